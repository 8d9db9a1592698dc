import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type ModelCard,
  SECTION_KINDS,
  type SectionKind,
} from '#domain/exchange/model/model-card.ts';
import type { Problem } from '#domain/problem.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { SECTION_WORDS } from './model-card-words.ts';
import { ownTag, SaidField, WrittenIn } from './said-field.tsx';
import { useSendModel } from './use-models.ts';
import { WordedText } from './worded-text.tsx';

/** What the country says of its experience, part by part. */
export function CardDossier({ model }: { readonly model: ModelCard }) {
  const { i18n } = useLingui();
  const { sections, may } = model;
  const written = (kind: SectionKind) => sections.find((one) => one.kind === kind);
  const missing = SECTION_KINDS.filter((kind) => written(kind) === undefined);
  return (
    <Section title={<Trans>What the country says of its experience</Trans>}>
      {SECTION_KINDS.map((kind) => {
        const section = written(kind);
        if (section === undefined) return null;
        const label = i18n._(SECTION_WORDS[kind]);
        return (
          <section key={kind} aria-label={label}>
            <h3>{label}</h3>
            <WordedText
              {...{ noun: 'model_section', id: section.id, field: 'body', label }}
              wording={section.body}
              editable={may.edit}
            />
          </section>
        );
      })}
      {sections.length === 0 ? (
        <p className={parts.soft}>
          <Trans>Nothing is written yet.</Trans>
        </p>
      ) : null}
      {may.edit && missing.length > 0 ? <Write model={model} missing={missing} /> : null}
    </Section>
  );
}

interface WriteProps {
  readonly model: ModelCard;
  readonly missing: readonly SectionKind[];
}

/** Writes one of the parts that are not there yet. */
function Write({ model, missing }: WriteProps) {
  const { t, i18n } = useLingui();
  const send = useSendModel();
  const [kind, setKind] = useState<SectionKind>();
  const [lang, setLang] = useState(ownTag(i18n.locale));
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem>();
  if (kind === undefined) {
    return (
      <div className={parts.buttons}>
        {missing.map((one) => {
          const name = i18n._(SECTION_WORDS[one]);
          return (
            <Button key={one} variant="default" onClick={() => setKind(one)}>
              <Trans>Write: {name}</Trans>
            </Button>
          );
        })}
      </div>
    );
  }
  return (
    <div className={parts.stack}>
      <SaidField
        path="text"
        label={i18n._(SECTION_WORDS[kind])}
        description={t`No names of people, and no story that can be told of one person only.`}
        rows={4}
        value={{ lang, text }}
        onChange={(said) => setText(said.text)}
      />
      <WrittenIn value={lang} onChange={setLang} />
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        <Button
          disabled={text.trim() === ''}
          onClick={async () => {
            const body = { text: { lang, text } };
            const refused = await send('PUT', `/${model.id}/sections/${kind}`, body);
            setProblem(refused);
            if (refused !== undefined) return;
            setText('');
            setKind(undefined);
          }}
        >
          <Trans>Save</Trans>
        </Button>
        <Button variant="subtle" onClick={() => setKind(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  );
}
