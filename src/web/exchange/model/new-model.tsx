import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { PARTICIPANT_COUNTRIES } from '#domain/exchange/participant.ts';
import type { Problem } from '#domain/problem.ts';
import { ChoiceField, FieldProblems, otherProblems } from '../../ui/field.tsx';
import { countryName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ownTag, SaidField, WrittenIn } from './said-field.tsx';
import { useSendModel } from './use-models.ts';

const SHOWN = ['title.text', 'summary.text', 'country'];

/** Begins the card of a model; the package and the dossier follow on the card. */
export function NewModel({ country: first }: { readonly country: string }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const send = useSendModel();
  const [lang, setLang] = useState(ownTag(i18n.locale));
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const [country, setCountry] = useState(first);
  const [problem, setProblem] = useState<Problem>();
  // The same id for the same act: said twice, it is begun once.
  const [id] = useState(() => uuid());

  async function submit(event: FormEvent) {
    event.preventDefault();
    const refused = await send('POST', '', {
      ...{ id, country, institution_id: null },
      ...{ title: { lang, text: title }, summary: { lang, text: summary } },
    });
    setProblem(refused);
    if (refused === undefined) await navigate({ to: '/workspace/models/$id', params: { id } });
  }
  return (
    <Section title={<Trans>Offer a model</Trans>}>
      <FieldProblems problem={problem}>
        <form className={parts.stack} onSubmit={submit} noValidate>
          <div className={parts.pair}>
            <WrittenIn value={lang} onChange={setLang} />
            <ChoiceField
              path="country"
              label={t`Country that offers it`}
              value={country}
              data={['', ...PARTICIPANT_COUNTRIES].map((value) => ({
                value,
                label: value === '' ? '' : countryName(i18n.locale, value),
              }))}
              onChange={(event) => setCountry(event.currentTarget.value)}
            />
          </div>
          <SaidField
            path="title"
            label={t({ message: 'Title', context: 'of a model' })}
            rows={1}
            value={{ lang, text: title }}
            onChange={({ text }) => setTitle(text)}
          />
          <SaidField
            path="summary"
            label={t`In a few sentences: for whom, and how it works`}
            rows={3}
            value={{ lang, text: summary }}
            onChange={({ text }) => setSummary(text)}
          />
          <ProblemText
            problem={problem?.code === 'invalid_input' ? undefined : otherProblems(problem, SHOWN)}
          />
          <div className={parts.buttons}>
            <Button type="submit">
              <Trans>Begin the card</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}
