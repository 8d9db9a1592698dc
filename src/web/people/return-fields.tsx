import { Trans, useLingui } from '@lingui/react/macro';
import { RETURN_CONTEXTS } from '#domain/people/return.ts';
import type { Labels } from '#domain/text.ts';
import { Choice, Tick } from '../case/choice.tsx';
import { useWordCheck } from '../case/word-check.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import { ProseField } from '../ui/prose-field.tsx';
import { useCountryNames } from './lists.ts';
import type { Newcomer } from './newcomer.ts';
import own from './people.module.css';
import type { Ground } from './use-ground.ts';
import { CONTEXT_WORDS, ORIGIN_WORDS, wordOf } from './words.ts';

const ORIGINS = ['own_request', 'arrival_list', 'partner', 'relative', 'other'] as const;

/** How the person came home and where the file is kept; of the place abroad only the country. */
export function ReturnFields(props: {
  readonly value: Newcomer;
  readonly onChange: (patch: Partial<Newcomer>) => void;
  readonly districts: readonly { readonly id: string; readonly name: Labels }[];
  readonly words: Ground['words'];
}) {
  const { t, i18n } = useLingui();
  const { value, onChange, districts } = props;
  const check = useWordCheck(props.words);
  return (
    <>
      <ReturnParts value={value} onChange={onChange} />
      <ChoiceField
        path="place_id"
        label={t`District where the person will live`}
        data={[
          { value: '', label: t`Choose` },
          ...districts.map((one) => ({ value: one.id, label: labelIn(i18n.locale, one.name) })),
        ]}
        value={value.place_id}
        onChange={(event) => onChange({ place_id: event.currentTarget.value })}
      />
      <Choice
        path="origin"
        legend={<Trans>How the person came to us</Trans>}
        options={ORIGINS.map((code) => ({ value: code, label: wordOf(i18n, ORIGIN_WORDS, code) }))}
        value={value.origin}
        onChange={(origin) => onChange({ origin })}
      />
      <Tick checked={value.safety_asked} onChange={(safety_asked) => onChange({ safety_asked })}>
        <Trans>I asked what is urgent and whether the person is safe</Trans>
      </Tick>
      <ProseField
        path="first_words"
        label={t`What is urgent, in the person's words`}
        maxLength={200}
        minRows={2}
        check={check}
        value={value.first_words}
        onChange={(first_words) => onChange({ first_words })}
      />
    </>
  );
}

type TypedReturn = Pick<Newcomer, 'context' | 'arrived_on' | 'from_country' | 'operation'>;

export function ReturnParts(props: {
  readonly value: TypedReturn;
  readonly onChange: (patch: Partial<TypedReturn>) => void;
}) {
  const { t, i18n } = useLingui();
  const countries = useCountryNames();
  const { value, onChange } = props;
  return (
    <>
      <Choice
        path="return.context"
        legend={<Trans>How the person came home</Trans>}
        options={RETURN_CONTEXTS.map((code) => ({
          value: code,
          label: wordOf(i18n, CONTEXT_WORDS, code),
        }))}
        value={value.context}
        onChange={(context) => onChange({ context })}
      />
      <div className={own.fields}>
        <DayField
          path="return.arrived_on"
          label={t`Day of arrival`}
          value={value.arrived_on}
          onChange={(event) => onChange({ arrived_on: event.currentTarget.value })}
        />
        <ChoiceField
          path="return.from_country"
          label={t`From which country`}
          description={t`The country only, nothing finer.`}
          data={[{ value: '', label: t`not known` }, ...countries.all]}
          value={value.from_country}
          onChange={(event) => onChange({ from_country: event.currentTarget.value })}
        />
        <TextField
          path="return.operation"
          label={t`Name of the operation, if any`}
          description={t`Seen by intake officer, support worker and supervisor only. It never leaves the file.`}
          autoComplete="off"
          value={value.operation}
          onChange={(event) => onChange({ operation: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
