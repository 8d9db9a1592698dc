import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { ModelCard } from '#domain/exchange/model/model-card.ts';
import {
  ADOPTION_STATUSES,
  type AdoptionStatus,
  MODEL_PART_NAMES,
  type ModelPartName,
} from '#domain/exchange/practice/adoption.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { ChoiceField, DayField, FieldProblems } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { ownTag, SaidField, WrittenIn } from './said-field.tsx';

const PART_WORDS: Readonly<Record<ModelPartName, MessageDescriptor>> = {
  stages: msg`Stages`,
  needs: msg`Areas of needs`,
  time_limits: msg`Time limits`,
  services: msg`Services by purpose`,
  milestones: msg`Milestones`,
  papers: msg`Papers and prints`,
  indicators: msg`What is measured`,
  protection: msg`Protection and keeping`,
  words: msg({ message: 'Words', context: 'a part of a model' }),
};

/** Nobody begins with having stopped. */
type FirstStatus = Exclude<AdoptionStatus, 'stopped'>;
const STATUS_WORDS: Readonly<Record<FirstStatus, MessageDescriptor>> = {
  considering: msg`We consider it`,
  planned: msg`We have planned it`,
  piloting: msg`We try it`,
  adopted: msg`We do it`,
  institutionalised: msg`It is part of our system`,
};
const FIRST = ADOPTION_STATUSES.filter((one): one is FirstStatus => one !== 'stopped');

/** Another country tells which parts it takes over, and how far it is; readers learn it after a second editor. */
export function CardAdopt({ model }: { readonly model: ModelCard }) {
  const { t, i18n } = useLingui();
  const [lang, setLang] = useState(ownTag(i18n.locale));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [status, setStatus] = useState<FirstStatus>('considering');
  const [since, setSince] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [told, setTold] = useState(false);
  // The same id for the same act: said twice, it is told once.
  const [id] = useState(() => uuid());
  const version = model.files.find(({ published }) => published)?.manifest.version;
  if (version === undefined || model.state !== 'published') return null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const reply = await call('/api/exchange/adoptions', z.object({ id: z.uuid() }), {
      method: 'POST',
      body: {
        ...{ adoption_id: id, subject_kind: 'model', subject_id: model.id, from_version: version },
        ...{ status, since, adaptation: text, language: lang },
        parts: MODEL_PART_NAMES.filter((one) => chosen.includes(one)),
      },
    });
    setProblem(reply.ok ? undefined : reply.problem);
    setTold(reply.ok);
  }
  return (
    <Section title={<Trans>We adopt parts of it</Trans>}>
      {told ? (
        <Notice>
          <Trans>Thank you. Readers see it once a second editor has looked at it.</Trans>
        </Notice>
      ) : (
        <FieldProblems problem={problem}>
          <form className={parts.stack} onSubmit={submit} noValidate>
            <Checkbox.Group
              label={t`Which parts of version ${version}`}
              value={[...chosen]}
              onChange={setChosen}
            >
              <Group mt="xs" gap="sm">
                {MODEL_PART_NAMES.map((part) => (
                  <Checkbox key={part} value={part} label={i18n._(PART_WORDS[part])} />
                ))}
              </Group>
            </Checkbox.Group>
            <div className={parts.pair}>
              <ChoiceField
                path="status"
                label={t`How far you are`}
                value={status}
                data={FIRST.map((value) => ({ value, label: i18n._(STATUS_WORDS[value]) }))}
                onChange={(event) => {
                  const next = event.currentTarget.value;
                  setStatus(FIRST.find((one) => one === next) ?? 'considering');
                }}
              />
              <DayField
                path="since"
                label={t`Since when`}
                value={since}
                onChange={(event) => setSince(event.currentTarget.value)}
              />
            </div>
            <SaidField
              path="adaptation"
              label={t`What you changed for it`}
              value={{ lang, text }}
              onChange={(said) => setText(said.text)}
            />
            <WrittenIn value={lang} onChange={setLang} />
            <ProblemText problem={problem} />
            <div className={parts.buttons}>
              <Button type="submit">
                <Trans>Tell others</Trans>
              </Button>
            </div>
          </form>
        </FieldProblems>
      )}
    </Section>
  );
}
