import { Trans, useLingui } from '@lingui/react/macro';
import { ChoiceField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import { Notice } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { CommandForm } from './command-form.tsx';
import { usePlaces } from './use-places.ts';
import { placePaths } from './work-ground.ts';

/** Somebody moves house: the file goes along, to another place of the same region. */
export function MoveForm({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const places = usePlaces();
  if (places === undefined) return null;
  const { place_id: here, place_path } = file.state.opening;
  const region = place_path.at(-2);
  const paths = placePaths(places);
  const near = [...places.values()]
    .filter(({ id }) => id !== here && (region === undefined || paths[id]?.includes(region)))
    .map(({ id, name }) => ({ value: id, label: labelIn(i18n.locale, name) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));
  return (
    <CommandForm
      file={file}
      kind="move_file"
      open={<Trans>Moves to another place</Trans>}
      initial={{ place_id: '' }}
      body={(value) => value}
      paths={['place_id']}
    >
      {(value, change) => (
        <>
          <Notice>
            <Trans>
              The supervisor of the new place looks after the file then; you may no longer see it.
              The support worker stays until another one is chosen.
            </Trans>
          </Notice>
          <ChoiceField
            path="place_id"
            label={t`New place, in the same region`}
            value={value.place_id}
            data={[{ value: '', label: t`Please choose` }, ...near]}
            onChange={(event) => change({ place_id: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}
