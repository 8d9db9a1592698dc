import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Needs } from '#domain/directory/directory.ts';
import { Tick } from '../case/choice.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { labelIn, languageName } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { placeOptions } from './place-options.ts';
import { LANGUAGES } from './question.ts';
import type { PlaceRow } from './use-directory.ts';

/** What a service is looked for by, wherever somebody looks for one. */
export interface Wishes {
  readonly need: string;
  readonly place: string;
  readonly language: string;
  readonly staff: string;
  readonly childcare: boolean;
}

interface WishFieldsProps {
  readonly areas: Needs;
  readonly places: readonly Pick<PlaceRow, 'id' | 'parent_id' | 'name'>[];
  readonly asked: Wishes;
  readonly change: (patch: Partial<Wishes>) => void;
  /** Stands before the lists: whoever knows a name needs none of them. */
  readonly field?: ReactNode;
  /** More that can be ticked. */
  readonly ticks?: ReactNode;
}

/** The fields of a search for a service; the same beside a support file and in the directory. */
export function WishFields({ areas, places, asked, change, field, ticks }: WishFieldsProps) {
  const { t, i18n } = useLingui();
  const { locale } = i18n;
  const any = { value: '', label: t`Any` };
  return (
    <div className={parts.stack} style={{ marginBlock: '0.5rem' }}>
      <div className={parts.pair}>
        {field}
        <ChoiceField
          path="need"
          label={t`Area`}
          value={asked.need}
          data={[
            any,
            ...areas.map(({ code, labels }) => ({ value: code, label: labelIn(locale, labels) })),
          ]}
          onChange={(event) => change({ need: event.currentTarget.value })}
        />
        <ChoiceField
          path="place"
          label={t`Where`}
          value={asked.place}
          data={[any, ...placeOptions(places, locale)]}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
        <ChoiceField
          path="language"
          label={t`Language`}
          value={asked.language}
          data={[any, ...LANGUAGES.map((value) => ({ value, label: languageName(locale, value) }))]}
          onChange={(event) => change({ language: event.currentTarget.value })}
        />
        <ChoiceField
          path="staff"
          label={t`To be seen by`}
          value={asked.staff}
          data={[any, { value: 'women', label: t`a woman` }, { value: 'men', label: t`a man` }]}
          onChange={(event) => change({ staff: event.currentTarget.value })}
        />
      </div>
      <div className={parts.pair}>
        <Tick checked={asked.childcare} onChange={(childcare) => change({ childcare })}>
          <Trans>Children are looked after</Trans>
        </Tick>
        {ticks}
      </div>
    </div>
  );
}
