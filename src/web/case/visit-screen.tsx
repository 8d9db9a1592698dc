import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { NotFound } from '../root.tsx';
import { Page } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { personName } from './person-name.ts';
import { useCase } from './use-cases.ts';
import { VisitForm } from './visit-form.tsx';

/** Records a visit or another contact, with what was done on it, in a few taps. */
export function VisitScreen() {
  const { id } = useParams({ strict: false });
  const file = useCase(id ?? '');
  const { t } = useLingui();
  if (file === undefined) return <Waiting />;
  if (file === null) return <NotFound />;
  return (
    <Page title={t`Record a visit`} intro={personName(file.person)}>
      <VisitForm file={file} />
    </Page>
  );
}
