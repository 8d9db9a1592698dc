import { useMe } from '../account/use-session.ts';
import { usePrinted } from '../case/use-printed.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useOpening } from '../device/openings.ts';

/** A print of a file is written down: with what is carried, or over the line at once. */
export function PrintLogged({ id }: { readonly id: string }) {
  return hasCaseload(useMe().role) ? <Carried id={id} /> : <OverLine id={id} />;
}

function Carried({ id }: { readonly id: string }) {
  useOpening(id, 'printed');
  return null;
}

function OverLine({ id }: { readonly id: string }) {
  usePrinted(id);
  return null;
}
