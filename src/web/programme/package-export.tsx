import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { LABEL_LANGUAGES, type ProgrammeModel } from '#domain/case/model.ts';
import { LICENCES } from '#domain/model-package/package-file.ts';
import type { Problem } from '#domain/problem.ts';
import { ChoiceField, FieldProblems, TextField, useFieldError } from '../ui/field.tsx';
import { languageName } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { LabelsField } from './entry-fields.tsx';
import { PackageProblem } from './package-problem.tsx';
import { LICENCE_WORDS } from './package-words.ts';
import { type MadePackage, makePackage } from './use-model-package.ts';

interface ExportProps {
  readonly model: ProgrammeModel;
  /** The fingerprint of this instance's own key. */
  readonly ownKey: string;
}

/** The version in force as a signed file for others. */
export function PackageExport({ model, ownKey }: ExportProps) {
  const { t, i18n } = useLingui();
  const [title, setTitle] = useState<Readonly<Record<string, string>>>(model.labels);
  const [country, setCountry] = useState('');
  const [madeBy, setMadeBy] = useState('');
  const [licence, setLicence] = useState<(typeof LICENCES)[number]>('CC-BY-4.0');
  const [guide, setGuide] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<MadePackage>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setMade(undefined);
    const said = { title, country: country.trim().toUpperCase(), made_by: madeBy.trim(), licence };
    const { value, problem: refused } = await makePackage({ ...said, guide });
    setBusy(false);
    setProblem(refused);
    if (value === undefined) return;
    setMade(value);
    save(value);
  }
  const { version } = model;
  return (
    <FieldProblems problem={problem}>
      <form className={parts.stack} onSubmit={submit} noValidate>
        <p style={{ marginBlockStart: 0 }}>
          <Trans>
            Version {version} is put into one file and signed with the key of this instance.
          </Trans>
        </p>
        <LabelsField
          {...{ path: 'title', label: t({ message: 'Title', context: 'of a package' }) }}
          value={title}
          document={model}
          onChange={(next) => setTitle(next as Readonly<Record<string, string>>)}
        />
        <div className={parts.pair}>
          <TextField
            path="country"
            label={t`Country`}
            description={t`Its code of two letters, such as KZ`}
            maxLength={2}
            value={country}
            onChange={(event) => setCountry(event.currentTarget.value)}
          />
          <TextField
            path="made_by"
            label={t`Institution that offers it`}
            maxLength={200}
            value={madeBy}
            onChange={(event) => setMadeBy(event.currentTarget.value)}
          />
        </div>
        <ChoiceField
          path="licence"
          label={t`Under what it may be used`}
          data={LICENCES.map((value) => ({ value, label: i18n._(LICENCE_WORDS[value]) }))}
          value={licence}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setLicence(LICENCES.find((one) => one === chosen) ?? 'CC-BY-4.0');
          }}
        />
        <Guide value={guide} languages={model.languages} onChange={setGuide} />
        {problem?.code === 'invalid_input' ? null : (
          <PackageProblem problem={problem} model={model} />
        )}
        <div className={parts.buttons}>
          <Button type="submit" loading={busy}>
            <Trans>Export as a package</Trans>
          </Button>
        </div>
        {made === undefined ? null : (
          <div role="status">
            <Trans>The package was made.</Trans>{' '}
            <a
              href={`data:application/json;charset=utf-8,${encodeURIComponent(made.file)}`}
              download={made.name}
            >
              {made.name}
            </a>
          </div>
        )}
        <p className={parts.soft}>
          <Trans>
            Fingerprint of the key of this instance, for others to compare: <code>{ownKey}</code>
          </Trans>
        </p>
      </form>
    </FieldProblems>
  );
}

interface GuideProps {
  readonly value: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly onChange: (value: Readonly<Record<string, string>>) => void;
}

/** What whoever adopts it should know besides; none of the languages is a must. */
function Guide({ value, languages, onChange }: GuideProps) {
  const { i18n, t } = useLingui();
  return (
    <fieldset className={parts.choice}>
      <legend>
        <Trans>What others should know</Trans>
      </legend>
      <div className={parts.soft}>
        <Trans>How to begin, what must be there before, what did not work. No names.</Trans>
      </div>
      <div className={parts.stack}>
        {[...new Set([...LABEL_LANGUAGES, ...languages])].map((language) => (
          <GuideText
            key={language}
            path={`guide.${language}`}
            label={languageName(i18n.locale, language)}
            title={t`What others should know`}
            language={language}
            value={value[language] ?? ''}
            onChange={(text) => {
              const { [language]: _before, ...rest } = value;
              onChange(text === '' ? rest : { ...rest, [language]: text });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface GuideTextProps {
  readonly path: string;
  readonly label: string;
  readonly title: string;
  readonly language: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function GuideText({ path, label, title, language, value, onChange }: GuideTextProps) {
  const error = useFieldError(path);
  return (
    <Textarea
      {...{ label, error, value }}
      aria-label={`${title}: ${label}`}
      autosize
      minRows={2}
      maxRows={12}
      lang={language}
      dir="auto"
      maxLength={20_000}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function save({ file, name }: MadePackage): void {
  const url = URL.createObjectURL(new Blob([file], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
