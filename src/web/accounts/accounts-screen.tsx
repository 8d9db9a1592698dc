import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconShieldCheck, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountLine } from '#domain/account/account.ts';
import { useMe } from '../account/use-session.ts';
import { useOrganisations, usePlaces } from '../directory/use-directory.ts';
import { Answered } from '../ui/answered.tsx';
import { type Column, DataTable, More } from '../ui/data-table.tsx';
import { TextField } from '../ui/field.tsx';
import { formatMoment, labelIn } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';
import { AccountPanel } from './account-panel.tsx';
import { STATE_WORDS } from './account-words.ts';
import styles from './accounts.module.css';
import { CodeSheet } from './code-sheet.tsx';
import { useAccounts } from './use-accounts.ts';

/** Who works here, in which role, and whether they may. No case data is on this screen. */
export function AccountsScreen() {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 300);
  const accounts = useAccounts(text);
  const [chosen, setChosen] = useState<string>();
  const [sheet, setSheet] = useState<{ name: string; code: string; expires_at: string }>();
  const account = accounts.value?.find((one) => one.id === chosen);
  const close = () => {
    setSheet(undefined);
    setChosen(undefined);
  };
  if (sheet !== undefined) return <CodeSheet {...sheet} back={close} />;
  return (
    <Page
      title={t`Accounts`}
      intro={<Trans>Who works here and in which role. You see no support file here.</Trans>}
      actions={
        <Button
          component={Link}
          to="/accounts/invite"
          leftSection={<IconUserPlus size={20} aria-hidden />}
        >
          <Trans>Invite somebody</Trans>
        </Button>
      }
      wide
    >
      <Notice>
        <Trans>
          Nobody can give a role to himself, you neither: another administrator does. Each change of
          a role or a way in is told to the data protection officer.
        </Trans>
      </Notice>
      <div style={{ blockSize: '1.1rem' }} />
      <Section title={<Trans>People with an account</Trans>}>
        <TextField
          path="text"
          label={t`Find by name or user name`}
          type="search"
          autoComplete="off"
          mb="md"
          maw="24rem"
          maxLength={80}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Answered asked={accounts}>
          {(rows) => (
            <>
              {rows.length === 0 ? (
                <p>
                  <Trans>Nobody with this name has an account.</Trans>
                </p>
              ) : null}
              <Accounts rows={rows} choose={setChosen} />
              <More
                shown={rows.length}
                more={accounts.more}
                busy={accounts.busy}
                onMore={accounts.showMore}
              />
            </>
          )}
        </Answered>
      </Section>
      <Modal
        opened={account !== undefined}
        onClose={() => setChosen(undefined)}
        size="lg"
        title={<strong>{account?.name}</strong>}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        {account === undefined ? null : (
          <AccountPanel key={account.id} account={account} made={setSheet} />
        )}
      </Modal>
    </Page>
  );
}

interface AccountsProps {
  readonly rows: readonly AccountLine[];
  readonly choose: (id: string) => void;
}

function Accounts({ rows, choose }: AccountsProps) {
  const { t, i18n } = useLingui();
  const me = useMe();
  const places = usePlaces().value ?? [];
  const organisations = useOrganisations().value ?? [];
  const named = (
    list: readonly { id: string; name: Record<string, string> }[],
    id: string | null,
  ) => {
    const found = list.find((one) => one.id === id);
    return found === undefined ? '' : labelIn(i18n.locale, found.name);
  };
  const columns: readonly Column<AccountLine>[] = [
    {
      key: 'name',
      title: t`Name`,
      cell: (row) => (
        <>
          <button type="button" className={styles.open} onClick={() => choose(row.id)}>
            {row.name}
          </button>
          {row.id === me.id ? (
            <span className={parts.soft}>
              {' '}
              <Trans>(you)</Trans>
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'username', title: t`User name`, cell: (row) => row.username ?? '–' },
    {
      key: 'role',
      title: t`Role`,
      cell: (row) => (
        <>
          {row.role === null ? t`No role` : i18n._(ROLE_NAMES[row.role])}
          <div className={parts.soft}>
            {[named(organisations, row.organisation_id), named(places, row.place_id)]
              .filter((one) => one !== '')
              .join(', ')}
          </div>
        </>
      ),
    },
    {
      key: 'state',
      title: t`State`,
      cell: (row) => (
        <span
          className={parts.tag}
          data-tone={
            row.state === 'disabled' ? 'urgent' : row.state === 'invited' ? 'look' : 'some'
          }
        >
          {i18n._(STATE_WORDS[row.state])}
        </span>
      ),
    },
    {
      key: 'factor',
      title: t`Second step`,
      cell: (row) =>
        row.second_factor ? (
          <span className={parts.tags}>
            <IconShieldCheck size={20} aria-hidden color="#17606b" />
            <Trans>on</Trans>
          </span>
        ) : (
          <span className={parts.soft}>
            <Trans>off</Trans>
          </span>
        ),
    },
    {
      key: 'active',
      title: t`Last active`,
      cell: (row) =>
        row.last_active_at === null ? '–' : formatMoment(i18n.locale, row.last_active_at),
    },
  ];
  return (
    <DataTable
      caption={t`Choose a name to change something.`}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
