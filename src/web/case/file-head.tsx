import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Title } from '@mantine/core';
import { IconCircleDashed, IconCloudUpload, IconHomeHeart } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { runningEmergency } from '#domain/case/emergency-opening.ts';
import { gaveAway, lastTransfer } from '#domain/case/transfer-state.ts';
import { dayAt } from '#domain/zone.ts';
import { useMe } from '../account/use-session.ts';
import { FileWorkStates } from '../duty/file-work.tsx';
import { formatDay, formatMoment } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { requirementWords } from './case-words.ts';
import frame from './file-frame.module.css';
import { stillToDo } from './file-todo.ts';
import { GoingOn } from './going-on.tsx';
import { useLabel } from './labels.ts';
import { personName } from './person-name.ts';
import { useAge } from './use-age.ts';
import { useMay } from './use-may.ts';
import { useNames } from './use-names.ts';
import { WishTags } from './wish-tags.tsx';

/** Who the file is about, where it stands, what is still to do, and what is not yet sent. */
export function FileHead({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const age = useAge();
  const names = useNames();
  const me = useMe();
  const { row, person, model, situation } = file;
  const may = useMay(file);
  const worker = row.worker_id === me.id ? t`you` : names.account(row.worker_id);
  const about = [
    age(person, situation.today),
    names.place(row.place_id),
    t`number ${row.number}`,
    worker === undefined ? '' : t`support worker: ${worker}`,
  ];
  const stage = label(model.stages, row.stage);
  const since = formatDay(i18n.locale, dayAt(row.stage_since, model.time_zone));
  return (
    <header className={frame.head}>
      <div className={frame.headTop}>
        <div>
          <Title order={1}>{personName(person) || t`Name not yet known`}</Title>
          <p className={frame.about}>{about.filter(Boolean).join(' · ')}</p>
          <UntilWhen file={file} />
          <GivenAway file={file} />
          <div className={styles.tags} style={{ marginBlockStart: '0.5rem' }}>
            <Marks file={file} />
            <WishTags file={file} />
          </div>
        </div>
        {may.help ? (
          <Button
            className="no-print"
            component={Link}
            to={`/cases/${row.id}/visit`}
            leftSection={<IconHomeHeart size={20} aria-hidden />}
          >
            <Trans>Record a visit</Trans>
          </Button>
        ) : null}
      </div>
      <FileWorkStates file={file} />
      <GoingOn file={file} />
      <div className={frame.stage}>
        <div>
          <span className={styles.strong}>{stage}</span>{' '}
          <span className={styles.soft}>
            <Trans>since {since}</Trans>
          </span>
        </div>
        <Todo file={file} />
      </div>
    </header>
  );
}

/** The file is open to this account for an emergency only. */
function UntilWhen({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const until = runningEmergency(file.state, file.situation);
  if (until === null) return null;
  const moment = formatMoment(i18n.locale, until);
  return (
    <div role="status" style={{ marginBlockStart: '0.5rem' }}>
      <Notice>
        <Trans>Open to you in an emergency until {moment}. Its supervisor knows.</Trans>
      </Notice>
    </div>
  );
}

/** Another region has the file now: what was in it may be read for some days. */
function GivenAway({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const until = lastTransfer(file.state.transfer)?.from?.reads_until;
  if (until === undefined || !gaveAway(file.state, file.situation)) return null;
  const day = formatDay(i18n.locale, until.slice(0, 10));
  return (
    <div role="status" style={{ marginBlockStart: '0.5rem' }}>
      <Notice>
        <Trans>
          Another region goes on with this file. You read until {day} what was in it, and nothing
          can be written.
        </Trans>
      </Notice>
    </div>
  );
}

function Marks({ file }: { readonly file: CaseFile }) {
  const unsent = new Set([...file.unsent].map((id) => id.slice(0, -4))).size;
  const { urgent_needs: urgent, conflicts } = file.row;
  return (
    <>
      {urgent > 0 ? (
        <span className={styles.tag} data-tone="urgent">
          <Plural value={urgent} one="# urgent need" other="# urgent needs" />
        </span>
      ) : null}
      {conflicts > 0 ? (
        <span className={styles.tag} data-tone="look">
          <Plural value={conflicts} one="# thing was said twice" other="# things were said twice" />
        </span>
      ) : null}
      {unsent > 0 ? (
        <span className={styles.tag}>
          <IconCloudUpload size={16} aria-hidden />
          <Plural value={unsent} one="# entry not yet sent" other="# entries not yet sent" />
        </span>
      ) : null}
    </>
  );
}

/** What the programme asks for before the file goes on. */
function Todo({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const open = stillToDo(file);
  if (open.length === 0) return null;
  return (
    <>
      <div className={styles.soft} style={{ marginBlockStart: '0.35rem' }}>
        <Trans>Before the next stage:</Trans>
      </div>
      <ul className={frame.todo}>
        {open.map((requirement) => (
          <li key={requirement}>
            <IconCircleDashed size={18} aria-hidden />
            {i18n._(requirementWords(requirement))}
          </li>
        ))}
      </ul>
    </>
  );
}
