import { I18nProvider } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type GroupRow, listedNames } from '#domain/group/group.ts';
import { PRINT_LANGUAGES, type PrintLanguage } from '#domain/print/language.ts';
import { Choice } from '../case/choice.tsx';
import { useOpening } from '../device/openings.ts';
import { LanguageOfSheet } from '../print/language-of-sheet.tsx';
import { useI18nOf } from '../print/use-i18n-of.ts';
import { NotFound } from '../root.tsx';
import { Answered } from '../ui/answered.tsx';
import { TextField } from '../ui/field.tsx';
import { formatShortDay } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { PrintPage } from '../ui/print-page.tsx';
import { ProseField } from '../ui/prose-field.tsx';
import { today } from '../ui/today.ts';
import { Waiting } from '../ui/waiting.tsx';
import styles from './group.module.css';
import { useGroupOverLine, useGroups, useOwnMembers } from './use-groups.ts';

/** As many dates as fit on a sheet held upright. */
const COLUMNS = 6;

/**
 * The list for the door: names in the order of the alphabet and empty lines. First names of neighbours
 * that are typed here stand between the others, on this sheet alone: they are kept and sent nowhere.
 */
export function ListPrintScreen() {
  const { id = '' } = useParams({ strict: false });
  const groups = useGroups();
  return (
    <Answered asked={groups}>
      {(found) => {
        const group = found.get(id);
        return group === undefined ? <NotFound /> : <ListToPrint group={group} />;
      }}
    </Answered>
  );
}

function ListToPrint({ group }: { readonly group: GroupRow }) {
  const { t } = useLingui();
  const spoken = PRINT_LANGUAGES.find((one) => group.languages.includes(one)) ?? 'ru';
  const [locale, setLocale] = useState<PrintLanguage>(spoken);
  const [neighbours, setNeighbours] = useState('');
  const [lines, setLines] = useState('12');
  const [names, setNames] = useState<'names' | 'lines'>('names');
  const i18n = useI18nOf(locale);
  const own = useOwnMembers(group.id);
  const over = useGroupOverLine(group.id).value;
  if (i18n === undefined || own === undefined) return <Waiting />;
  const known = (over?.members ?? own).map(({ called }) => called);
  const listed = names === 'names' ? listedNames(known, neighbours.split(/[\n,;]/), locale) : [];
  return (
    <>
      {own.map(({ file }) => (
        <Printed key={file.row.id} id={file.row.id} />
      ))}
      <div
        className={`${parts.stack} no-print`}
        style={{ padding: '1rem', maxInlineSize: '46rem', marginInline: 'auto' }}
      >
        <LanguageOfSheet value={locale} onChange={setLocale} />
        <Choice
          path="names"
          legend={<Trans>What stands on it</Trans>}
          options={[
            { value: 'names', label: <Trans>Names and empty lines</Trans> },
            { value: 'lines', label: <Trans>Empty lines only</Trans> },
          ]}
          value={names}
          onChange={setNames}
        />
        {names === 'names' ? (
          <ProseField
            path="neighbours"
            label={t`First names of neighbours, for this sheet only`}
            description={t`Where only some names are printed, those stand out. Write the others here, one a line: they are kept nowhere.`}
            value={neighbours}
            onChange={setNeighbours}
          />
        ) : null}
        <TextField
          path="lines"
          label={t`Empty lines`}
          type="number"
          inputMode="numeric"
          min={0}
          max={40}
          value={lines}
          onChange={(event) => setLines(event.currentTarget.value)}
        />
        <Link to="/groups/$id" params={{ id: group.id }} className={parts.link}>
          <Trans>Back to the group</Trans>
        </Link>
      </div>
      <PrintPage title="1" lang={locale}>
        <I18nProvider i18n={i18n}>
          <Sheet
            group={group}
            names={listed}
            lines={Math.min(40, Math.max(0, Math.trunc(Number(lines)) || 0))}
          />
        </I18nProvider>
      </PrintPage>
    </>
  );
}

/** That a name of this file went on paper: its own log says so. */
function Printed({ id }: { readonly id: string }) {
  useOpening(id, 'printed');
  return null;
}

interface SheetProps {
  readonly group: GroupRow;
  readonly names: readonly string[];
  readonly lines: number;
}

/** Title, place and dates: no name of a programme or an agency, no number, no mark at anybody. */
function Sheet({ group, names, lines }: SheetProps) {
  const { i18n } = useLingui();
  const now = today();
  const dates = group.sessions
    .filter((one) => one.on >= now && one.state !== 'dropped')
    .slice(0, COLUMNS);
  const empty = Array.from({ length: lines }, (_, at) => `empty ${at}`);
  return (
    <>
      <h1>{group.title}</h1>
      <p>{group.meeting_place}</p>
      <table className={styles.sheet}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Name</Trans>
            </th>
            {dates.map((one) => (
              <th key={one.id} scope="col" className={styles.mark}>
                {formatShortDay(i18n.locale, one.on)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[
            ...names.map((name, at) => ({ key: `${at} ${name}`, name })),
            ...empty.map((key) => ({ key, name: '' })),
          ].map(({ key, name }) => (
            <tr key={key}>
              <td>{name}</td>
              {dates.map((one) => (
                <td key={one.id} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
