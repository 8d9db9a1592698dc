import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import {
  EXPERT_FIELDS,
  type ExpertField,
  type OwnExpert,
  ownExpert,
} from '#domain/exchange/expert/expert.ts';
import { THEMES } from '#domain/exchange/practice/vocabulary.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { countryName, languageName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import styles from '../../ui/ui.module.css';
import { useSend } from '../conference/use-send.ts';
import { PortraitSection } from '../picture/portrait-section.tsx';
import { THEME_WORDS } from '../practice/practice-words.ts';

const PATH = '/api/exchange/me/expert';
/** Languages in which the directory is read. */
const NAME_TAGS = ['en', 'ru', 'uz-Latn'] as const;

/** Consent to stand in the public directory of experts: given by oneself, field by field, taken back at once. */
export function ExpertScreen() {
  const { t, i18n } = useLingui();
  const asked = useAsk(['exchange', 'expert'], PATH, ownExpert);
  const lang = i18n.locale === 'ar-XB' ? 'en' : i18n.locale;
  return (
    <Page
      title={t`Directory of experts`}
      intro={
        <Trans>
          Everybody can read the directory, without an account. You stand in it only if you agree.
        </Trans>
      }
    >
      <p>
        <a href={`/exchange/${lang}/experts`}>
          <Trans>Open the directory</Trans>
        </a>
      </p>
      <Answered asked={asked}>{(own) => <Entry key={own.version} own={own} />}</Answered>
      <PortraitSection />
    </Page>
  );
}

/** Readers have a form of a name once somebody else has looked at it. */
function NamesWait({ own }: { readonly own: OwnExpert }) {
  const back = own.names_sent_back;
  if (back !== null)
    return (
      <Notice>
        <Trans>The second editor sent it back: {back}</Trans>
      </Notice>
    );
  if (!own.names_wait) return null;
  return (
    <Notice>
      <Trans>
        A new form of your name waits for a second editor. Until then readers do not have it.
      </Trans>
    </Notice>
  );
}

function Entry({ own }: { readonly own: OwnExpert }) {
  const { t, i18n } = useLingui();
  const { send, problem, busy } = useSend();
  const [shown, setShown] = useState<readonly string[]>(own.shown);
  const [themes, setThemes] = useState<readonly string[]>(own.themes);
  const [names, setNames] = useState<Readonly<Record<string, string>>>(own.names);
  const printed = own.name;
  const language = (tag: string) => languageName(i18n.locale, tag);

  function submit(event: FormEvent) {
    event.preventDefault();
    const typed = Object.entries(names).map(([tag, name]) => [tag, name.trim()] as const);
    void send('PUT', PATH, {
      ...{ shown, themes, version: own.version },
      names: Object.fromEntries(typed.filter(([, name]) => name !== '')),
    });
  }

  const lang = i18n.locale === 'ar-XB' ? 'en' : i18n.locale;
  const nothing = <Trans>nothing is known yet</Trans>;
  const said: Readonly<Record<ExpertField, readonly [label: ReactNode, value: ReactNode]>> = {
    institution: [
      <Trans key="label">My institution</Trans>,
      own.institution === null ? nothing : inLanguage(own.institution, lang).text,
    ],
    country: [
      <Trans key="label">My country</Trans>,
      own.country === null ? nothing : countryName(i18n.locale, own.country),
    ],
    languages: [
      <Trans key="label">Languages that I speak</Trans>,
      own.languages.length === 0 ? nothing : own.languages.map(language).join(', '),
    ],
    themes: [<Trans key="label">Themes that I know well</Trans>, null],
  };
  return (
    <Section title={own.listed ? <Trans>You are listed</Trans> : <Trans>You are not listed</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <p>
              <Trans>Your name is always shown. Choose what else everybody may see of you.</Trans>
            </p>
            <Checkbox.Group
              label={t`Shown in the directory`}
              value={[...shown]}
              onChange={setShown}
            >
              <Stack mt="xs" gap="sm">
                {EXPERT_FIELDS.map((field) => (
                  <Checkbox
                    key={field}
                    value={field}
                    label={said[field][0]}
                    description={said[field][1]}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
            {shown.includes('themes') ? (
              <Checkbox.Group
                label={t`Themes that I know well`}
                value={[...themes]}
                onChange={setThemes}
              >
                <Stack mt="xs" gap="sm">
                  {THEMES.map((theme) => (
                    <Checkbox key={theme} value={theme} label={i18n._(THEME_WORDS[theme])} />
                  ))}
                </Stack>
              </Checkbox.Group>
            ) : null}
            {NAME_TAGS.map((tag) => {
              const name = language(tag);
              return (
                <TextField
                  key={tag}
                  path={`names.${tag}`}
                  label={t`Form of your name: ${name}`}
                  description={t`If empty: ${printed}`}
                  maxLength={200}
                  value={names[tag] ?? ''}
                  onChange={(event) => setNames({ ...names, [tag]: event.currentTarget.value })}
                />
              );
            })}
            <NamesWait own={own} />
            <ProblemText
              problem={otherProblems(
                problem,
                NAME_TAGS.map((tag) => `names.${tag}`),
              )}
            />
            {own.listed ? (
              <Notice>
                <Trans>You can take this back at any time. Your entry is then gone at once.</Trans>
              </Notice>
            ) : null}
            <div className={styles.actions}>
              <Button type="submit" loading={busy}>
                {own.listed ? (
                  <Trans>Save what is shown</Trans>
                ) : (
                  <Trans>I agree: list me in the directory</Trans>
                )}
              </Button>
              {own.listed ? (
                <Button
                  variant="subtle"
                  color="clay"
                  loading={busy}
                  onClick={() => void send('DELETE', PATH)}
                >
                  <Trans>Take me out of the directory</Trans>
                </Button>
              ) : null}
            </div>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}
