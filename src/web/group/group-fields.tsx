import { Trans, useLingui } from '@lingui/react/macro';
import { useMe } from '../account/use-session.ts';
import { Many, Tick } from '../case/choice.tsx';
import { useLabel } from '../case/labels.ts';
import { useOrganisations } from '../case/use-organisations.ts';
import { usePlaces } from '../case/use-places.ts';
import { useWordCheck } from '../case/word-check.ts';
import { placeOptions } from '../directory/place-options.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { languageName, weekdayName } from '../ui/format.ts';
import { ProseField } from '../ui/prose-field.tsx';
import type { GroupDraft } from './new-group-screen.tsx';
import { useGroupChoices, useNewestModel } from './use-groups.ts';

interface GroupFieldsProps {
  readonly draft: Omit<GroupDraft, 'led_by_me'>;
  readonly change: (patch: Partial<GroupDraft>) => void;
  /** Also what never changes once somebody is on a list: kind and organisation. */
  readonly whole?: boolean;
}

/** What a group is; the title is looked over for words that tell whom it is for. */
export function GroupFields({ draft, change, whole }: GroupFieldsProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { role } = useMe();
  const model = useNewestModel();
  const choices = useGroupChoices();
  const kinds = choices.kinds.filter(
    ({ compartment }) => compartment === 'general' || role === 'specialist_psychosocial',
  );
  const organisations = useOrganisations();
  const places = usePlaces();
  const check = useWordCheck(model);
  const choose = { value: '', label: t`Please choose` };
  return (
    <>
      <ProseField
        path="title"
        label={t`Title`}
        description={t`What people do there: it stands on the door and on the list.`}
        minRows={1}
        maxLength={200}
        check={check}
        value={draft.title}
        onChange={(title) => change({ title: title.replaceAll('\n', ' ') })}
      />
      {whole === true ? (
        <>
          <ChoiceField
            path="kind"
            label={t`Kind`}
            value={draft.kind}
            data={[
              choose,
              ...kinds.map(({ code }) => ({ value: code, label: label(kinds, code) })),
            ]}
            onChange={(event) => change({ kind: event.currentTarget.value })}
          />
          <ChoiceField
            path="organisation_id"
            label={t`Organisation`}
            description={t`Its staff read what people on the list are called, and nothing else.`}
            value={draft.organisation_id}
            disabled={role === 'partner'}
            data={[choose, ...organisations.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(event) => change({ organisation_id: event.currentTarget.value })}
          />
        </>
      ) : null}
      <ChoiceField
        path="place_id"
        label={t`Place`}
        value={draft.place_id}
        data={[choose, ...placeOptions([...(places?.values() ?? [])], i18n.locale)]}
        onChange={(event) => change({ place_id: event.currentTarget.value })}
      />
      <TextField
        path="meeting_place"
        label={t`Meeting place`}
        value={draft.meeting_place}
        onChange={(event) => change({ meeting_place: event.currentTarget.value })}
      />
      <TextField
        path="leader"
        label={t`Leader`}
        description={t`As people call them.`}
        value={draft.leader}
        onChange={(event) => change({ leader: event.currentTarget.value })}
      />
      <Many
        path="languages"
        legend={<Trans>Languages</Trans>}
        options={choices.languages.map((tag) => ({
          value: tag,
          label: languageName(i18n.locale, tag),
        }))}
        value={draft.languages}
        onChange={(languages) => change({ languages })}
      />
      <TextField
        path="capacity"
        label={t`Places in the group`}
        type="number"
        inputMode="numeric"
        min={2}
        max={500}
        value={draft.capacity}
        onChange={(event) => change({ capacity: event.currentTarget.value })}
      />
      <Tick checked={draft.childcare} onChange={(childcare) => change({ childcare })}>
        <Trans>Somebody looks after the children meanwhile</Trans>
      </Tick>
    </>
  );
}

interface Plan {
  readonly weekdays: readonly string[];
  readonly at: string;
  readonly from: string;
  readonly count: string;
}

/** A weekly plan; each of its days becomes a date of its own that can fall out or move. */
export function PlanFields(props: {
  readonly plan: Plan;
  readonly change: (patch: {
    weekdays?: string[];
    at?: string;
    from?: string;
    count?: string;
  }) => void;
}) {
  const { plan, change } = props;
  const { t, i18n } = useLingui();
  return (
    <>
      <Many
        path="sessions"
        legend={<Trans>Days of the week</Trans>}
        options={[1, 2, 3, 4, 5, 6, 7].map((at) => ({
          ...{ value: String(at), label: weekdayName(i18n.locale, at) },
        }))}
        value={plan.weekdays}
        onChange={(weekdays) => change({ weekdays })}
      />
      <TextField
        path="at"
        label={t`Time`}
        type="time"
        value={plan.at}
        onChange={(event) => change({ at: event.currentTarget.value })}
      />
      <DayField
        path="from"
        label={t`From`}
        value={plan.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextField
        path="count"
        label={t`How many dates`}
        type="number"
        inputMode="numeric"
        min={1}
        max={60}
        value={plan.count}
        onChange={(event) => change({ count: event.currentTarget.value })}
      />
    </>
  );
}
