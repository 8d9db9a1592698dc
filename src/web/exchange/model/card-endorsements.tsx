import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { ModelCard } from '#domain/exchange/model/model-card.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { ChoiceField, DayField, FieldProblems, useFieldError } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useEditions } from '../start-screen.tsx';
import { ownTag, SaidField, WrittenIn } from './said-field.tsx';
import { useSendModel } from './use-models.ts';

/** Which bodies stand behind the model, where and when they said so. */
export function CardEndorsements({ model }: { readonly model: ModelCard }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const { endorsements, may } = model;
  return (
    <Section title={<Trans>Endorsed by</Trans>}>
      {endorsements.length === 0 ? (
        <p className={parts.soft}>
          <Trans>Nobody has endorsed it yet.</Trans>
        </p>
      ) : (
        <ul className={parts.list}>
          {endorsements.map(({ id, body, words, decided_on, model_version: version, edition }) => (
            <li key={id}>
              <strong>{inLanguage(body, i18n.locale).text}</strong>{' '}
              <span className={parts.soft}>
                {formatDay(i18n.locale, decided_on)} · <Trans>version {version}</Trans>
                {edition === null ? null : ` · ${inLanguage(edition.title, i18n.locale).text}`}
              </span>
              <blockquote className={parts.quote} dir="auto">
                {inLanguage(words, i18n.locale).text}
              </blockquote>
            </li>
          ))}
        </ul>
      )}
      {may.endorse && !open ? (
        <Button variant="default" onClick={() => setOpen(true)}>
          <Trans>Record an endorsement</Trans>
        </Button>
      ) : null}
      {open ? <Endorse model={model} close={() => setOpen(false)} /> : null}
    </Section>
  );
}

interface EndorseProps {
  readonly model: ModelCard;
  readonly close: () => void;
}

function Endorse({ model, close }: EndorseProps) {
  const { t, i18n } = useLingui();
  const send = useSendModel();
  const editions = useEditions().value?.editions ?? [];
  const [lang, setLang] = useState(ownTag(i18n.locale));
  const [who, setWho] = useState('');
  const [words, setWords] = useState('');
  const [edition, setEdition] = useState('');
  const [day, setDay] = useState('');
  const [version, setVersion] = useState(model.files[0]?.manifest.version ?? 1);
  const [problem, setProblem] = useState<Problem>();
  const [id] = useState(() => uuid());

  async function submit(event: FormEvent) {
    event.preventDefault();
    const refused = await send('POST', `/${model.id}/endorsements`, {
      ...{ id, body: { lang, text: who }, words: { lang, text: words }, decided_on: day },
      ...{ edition_id: edition === '' ? null : edition, session_id: null, model_version: version },
    });
    setProblem(refused);
    if (refused === undefined) close();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.stack} onSubmit={submit} noValidate>
        <WrittenIn value={lang} onChange={setLang} />
        <SaidField
          path="body"
          label={t`Which body endorses it`}
          rows={1}
          value={{ lang, text: who }}
          onChange={({ text }) => setWho(text)}
        />
        <SaidField
          path="words"
          label={t`In which words`}
          value={{ lang, text: words }}
          onChange={({ text }) => setWords(text)}
        />
        <div className={parts.pair}>
          <DayField
            path="decided_on"
            label={t`Decided on`}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <VersionField value={version} onChange={setVersion} />
        </div>
        <ChoiceField
          path="edition_id"
          label={t`At which conference`}
          value={edition}
          data={[
            { value: '', label: t`At none` },
            ...editions.map((one) => ({
              value: one.id,
              label: inLanguage(one.title, i18n.locale).text,
            })),
          ]}
          onChange={(event) => setEdition(event.currentTarget.value)}
        />
        {problem?.code === 'invalid_input' ? null : <ProblemText problem={problem} />}
        <div className={parts.buttons}>
          <Button type="submit">
            <Trans>Save</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}

interface VersionProps {
  readonly value: number;
  readonly onChange: (version: number) => void;
}

function VersionField({ value, onChange }: VersionProps) {
  const { t } = useLingui();
  const error = useFieldError('model_version');
  return (
    <NumberInput
      {...{ value, error }}
      label={t`Which version of the model`}
      min={1}
      allowDecimal={false}
      onChange={(next) => onChange(Number(next))}
    />
  );
}
