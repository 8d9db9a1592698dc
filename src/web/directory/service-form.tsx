import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { Problem } from '#domain/problem.ts';
import { Many, Tick } from '../case/choice.tsx';
import { useOnce } from '../once.ts';
import { ChoiceField, FieldProblems } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { labelIn, languageName } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { useVersionSeen } from '../ui/version-seen.ts';
import { LabelsFields } from './labels-fields.tsx';
import { placeOptions } from './place-options.ts';
import { type PlaceRow, type ServiceLine, useKeep } from './use-directory.ts';

interface ServiceFormProps {
  readonly organisation_id: string;
  /** Undefined = a new one. */
  readonly service?: ServiceLine;
  readonly model: ProgrammeModel;
  readonly places: readonly PlaceRow[];
  readonly close: () => void;
}

const LANGUAGES = ['uz', 'ru', 'kaa', 'tg', 'kk', 'ky', 'en', 'ar', 'fa'];

/** What an organisation offers, and for which purpose something about a person may be sent to it. */
export function ServiceForm({ organisation_id, service, model, places, close }: ServiceFormProps) {
  const { t, i18n } = useLingui();
  const keep = useKeep();
  const add = useOnce();
  const { seen, heard } = useVersionSeen(service?.version ?? 0);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const purposes = model.consent_purposes.filter((one) =>
    model.referral.packets.some(
      (packet) => packet.purpose === one.code && packet.fields.length > 0,
    ),
  );
  const [draft, setDraft] = useState({
    name: service?.name ?? {},
    need_domain: service?.need_domain ?? model.need_domains[0]?.code ?? '',
    purpose: service?.purpose ?? purposes[0]?.code ?? '',
    place_id: service?.place_id ?? null,
    languages: [...(service?.languages ?? ['uz', 'ru'])],
    note: service?.note ?? '',
    active: service?.active ?? true,
  });
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const { note, ...rest } = draft;
    const row = { ...rest, organisation_id, ...(note.trim() === '' ? {} : { note }) };
    const said =
      service === undefined
        ? await add(row, (id) => keep('POST', '/api/services', { ...row, id }))
        : await keep('PUT', `/api/services/${service.id}`, { ...row, version: seen });
    setBusy(false);
    setProblem(said);
    heard(said);
    if (said === undefined) close();
  }
  const pick = (list: readonly { code: string; labels: Record<string, string> }[]) =>
    list.map(({ code, labels }) => ({ value: code, label: labelIn(i18n.locale, labels) }));
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <LabelsFields value={draft.name} onChange={(name) => change({ name })} />
        <div className={parts.pair}>
          <ChoiceField
            path="need_domain"
            label={t`Area`}
            value={draft.need_domain}
            data={pick(model.need_domains)}
            onChange={(event) => change({ need_domain: event.currentTarget.value })}
          />
          <ChoiceField
            path="purpose"
            label={t`What consent is asked for`}
            description={t`It decides what a request to this service may tell.`}
            value={draft.purpose}
            data={pick(purposes)}
            onChange={(event) => change({ purpose: event.currentTarget.value })}
          />
          <ChoiceField
            path="place_id"
            label={t`Where`}
            value={draft.place_id ?? ''}
            data={[
              { value: '', label: t`The whole country` },
              ...placeOptions(places, i18n.locale),
            ]}
            onChange={(event) => change({ place_id: event.currentTarget.value || null })}
          />
        </div>
        <Many
          path="languages"
          legend={<Trans>Languages spoken there</Trans>}
          options={[...new Set([...LANGUAGES, ...draft.languages])].map((value) => ({
            value,
            label: languageName(i18n.locale, value),
          }))}
          value={draft.languages}
          onChange={(languages) => change({ languages })}
        />
        <Textarea
          label={t`For support workers`}
          description={t`Opening hours, what to bring. Nothing about a person.`}
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <Tick checked={draft.active} onChange={(active) => change({ active })}>
          <Trans>Takes new requests</Trans>
        </Tick>
        <FormFoot
          problem={problem}
          paths={['name', 'need_domain', 'purpose', 'place_id', 'languages']}
          busy={busy}
          close={close}
        />
      </form>
    </FieldProblems>
  );
}
