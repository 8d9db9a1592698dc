import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { ModelCard } from '#domain/exchange/model/model-card.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, FieldProblems, otherProblems } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { CameOfLinks } from '../recommendation/came-of-links.tsx';
import { useSendModel } from './use-models.ts';

const published = z.object({ rows: z.array(z.object({ id: z.uuid(), title: z.string() })) });

/** From where a model comes; whoever works on the card names the practice out of which it grew. */
export function CardSource({ model }: { readonly model: ModelCard }) {
  return (
    <>
      <CameOfLinks practice={model.practice} recommendations={model.recommendations} />
      {model.may.edit ? <Choose model={model} /> : null}
    </>
  );
}

function Choose({ model }: { readonly model: ModelCard }) {
  const { t, i18n } = useLingui();
  const lang = i18n.locale === 'uz' ? 'uz-Latn' : i18n.locale === 'ru' ? 'ru' : 'en';
  const asked = useAsk(
    ['exchange', 'published-practices', lang],
    `/api/exchange/published-practices?lang=${lang}`,
    published,
  );
  const send = useSendModel();
  const [chosen, setChosen] = useState(model.practice?.id ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function save() {
    setBusy(true);
    const practice_id = chosen === '' ? null : chosen;
    setProblem(await send('PUT', `/${model.id}/practice`, { practice_id }));
    setBusy(false);
  }
  return (
    <Section title={<Trans>Out of which practice it grew</Trans>}>
      <Answered asked={asked}>
        {({ rows }) => {
          const { practice } = model;
          // The one that is named may stand behind the newest.
          const own =
            practice === null || rows.some(({ id }) => id === practice.id)
              ? []
              : [{ id: practice.id, title: inLanguage(practice.title, i18n.locale).text }];
          return (
            <FieldProblems problem={problem}>
              <div className={parts.stack}>
                <ChoiceField
                  path="practice_id"
                  label={t`Practice of the library`}
                  value={chosen}
                  data={[
                    { value: '', label: t`None of the library` },
                    ...[...own, ...rows].map(({ id, title }) => ({ value: id, label: title })),
                  ]}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                />
                <ProblemText problem={otherProblems(problem, ['practice_id'])} />
                <div className={parts.buttons}>
                  <Button
                    variant="default"
                    loading={busy}
                    disabled={chosen === (practice?.id ?? '')}
                    onClick={() => void save()}
                  >
                    <Trans>Save the link</Trans>
                  </Button>
                </div>
              </div>
            </FieldProblems>
          );
        }}
      </Answered>
    </Section>
  );
}
