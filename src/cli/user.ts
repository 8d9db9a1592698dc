import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { role } from '#domain/access/role.ts';
import { locale, missingInGrant } from '#domain/account/account.ts';
import { invitationMeans } from '#domain/account/invitation.ts';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import { id } from '#domain/id.ts';
import { line } from '#domain/text.ts';
import {
  addAccount,
  emailTaken,
  listAccounts,
  removeSecondFactor,
  setDisabled,
} from '#server/account/account-rows.ts';
import { type Accounts, openAccounts } from '#server/account/accounts.ts';
import { makeInvitation } from '#server/account/invitation.ts';
import type { Config } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { invitationLetter } from '#server/mail/invitation-letter.ts';
import { mailOutbox } from '#server/mail/outbox.ts';
import { type Command, helpFirst, type Output, WrongUsage } from './command.ts';
import { openGround } from './ground.ts';

const USAGE = `homeward user add --name NAME --role ROLE [--place CODE] [--organisation CODE] [--locale en|ru|uz] [--email ADDRESS]
homeward user list [--after ID]                  fifty a page
homeward user disable|enable USER
homeward user invite USER [--email ADDRESS]      a new way in: a code to print, or a link by mail
homeward user reset USER                         as invite, and the second factor goes
USER is a user name or an account id. add and invite print a one-time code unless --email is given.`;

const OPTIONS = {
  name: { type: 'string' },
  role: { type: 'string' },
  place: { type: 'string' },
  organisation: { type: 'string' },
  locale: { type: 'string' },
  email: { type: 'string' },
  after: { type: 'string' },
} as const;

const PAGE = 50;

type Given = { readonly [option in keyof typeof OPTIONS]?: string };

interface Tools {
  readonly accounts: Accounts;
  readonly config: Config;
  readonly output: Output;
  readonly now: Date;
}

/**
 * `homeward user …`: accounts from the machine itself, as the database's owner: the first administrator,
 * and the way back where nobody can sign in. Officers are told of each grant and reset here too.
 */
export const userCommand: Command = async (args, config, output) => {
  helpFirst(args, USAGE);
  const { values, positionals } = parsed(args);
  const [verb, user, ...more] = positionals;
  if (verb === undefined || more.length > 0) throw new WrongUsage(USAGE);
  const ground = await openGround(config, output.note);
  try {
    if (ground.urls.owner === undefined) {
      throw new WrongUsage('DATABASE_OWNER_URL: accounts are managed as the owner of the database');
    }
    const clock = () => new Date();
    const log = createLog('silent');
    const accounts = openAccounts(config, ground.urls.owner, clock, v7, log);
    try {
      return await run(verb, user, values, { accounts, config, output, now: clock() });
    } finally {
      await accounts.close();
    }
  } finally {
    await ground.close();
  }
};

async function run(verb: string, user: string | undefined, given: Given, tools: Tools) {
  switch (verb) {
    case 'add':
      return add(given, tools);
    case 'list':
      return list(given, tools);
    case 'disable':
    case 'enable': {
      const account = await known(user, tools.accounts);
      await setDisabled(tools.accounts, account, verb === 'disable', tools.now);
      await tell(tools, verb === 'disable' ? 'account_disabled' : 'account_enabled', account);
      tools.output.result({ account_id: account, disabled: verb === 'disable' }, `${verb}d`);
      return 0;
    }
    case 'invite':
    case 'reset': {
      const account = await known(user, tools.accounts);
      if (verb === 'reset') {
        await removeSecondFactor(tools.accounts, account);
        await tell(tools, 'second_factor_reset', account);
      }
      await tell(tools, 'account_reset', account);
      return invite(account, given, tools);
    }
    default:
      throw new WrongUsage(USAGE);
  }
}

async function add(given: Given, tools: Tools): Promise<number> {
  const { accounts, now } = tools;
  const accountId = v7();
  const wanted = {
    id: accountId,
    name: checked(line, given.name, '--name'),
    locale: checked(locale, given.locale ?? 'en', '--locale'),
    email: given.email ?? null,
  };
  const held = checked(role, given.role, '--role');
  if (given.email !== undefined && (await emailTaken(accounts, given.email))) {
    throw new WrongUsage('--email: an account has this address already');
  }
  const placeId = await coded(accounts, 'place', given.place);
  const organisationId = await coded(accounts, 'organisation', given.organisation);
  if (await isOfNeighbourhood(accounts, organisationId)) {
    throw new WrongUsage('--organisation: a body of the neighbourhood never has an account');
  }
  const missing = missingInGrant({
    ...{ role: held, organisation_id: organisationId, place_id: placeId },
  });
  if (missing !== null) {
    const flag = missing === 'place_id' ? '--place' : '--organisation';
    throw new WrongUsage(`${flag}: the role ${held} means nothing without it`);
  }
  await addAccount(accounts, wanted, now);
  await accounts.pool.query(
    `insert into public.role_grant (id, account_id, role, place_id, organisation_id, granted_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [v7(), accountId, held, placeId, organisationId, now],
  );
  return invite(accountId, given, tools);
}

async function isOfNeighbourhood({ pool }: Accounts, organisation: string | null) {
  if (organisation === null) return false;
  const { rows } = await pool.query<{ kind: string }>(
    'select kind from public.organisation where id = $1',
    [organisation],
  );
  return !mayReceive(rows[0]?.kind);
}

async function invite(accountId: string, given: Given, tools: Tools): Promise<number> {
  const { accounts, config, output, now } = tools;
  const wish = given.email === undefined ? { by: 'code' } : { by: 'link', email: given.email };
  const means = checked(invitationMeans, wish, '--email');
  const { secret, sent } = await makeInvitation(accounts, {
    id: v7(),
    accountId,
    invitedBy: null,
    means,
    now,
  });
  if (means.by === 'link') {
    const { rows } = await accounts.pool.query('select locale from auth.account where id = $1', [
      accountId,
    ]);
    const letter = invitationLetter(
      means.email,
      locale.parse(rows[0]?.locale),
      config.url,
      secret,
      sent.expires_at,
    );
    await mailOutbox(join(config.dataDirectory, 'outbox'), () => now, v7).send(letter);
  }
  const how = sent.code === null ? 'the link was sent' : `one-time code: ${sent.code}`;
  output.result(sent, `${how}\nvalid until ${sent.expires_at}, at ${config.url}/invitation`);
  return 0;
}

/** A page of at most fifty; `next` is what `--after` takes for the page behind it. */
async function list(given: Given, { accounts, output }: Tools): Promise<number> {
  const after = given.after === undefined ? null : checked(id, given.after, '--after');
  const page = await listAccounts(accounts, after, PAGE, '');
  const { rows } = await accounts.pool.query<{ account_id: string; role: string }>(
    `select account_id, role from public.role_grant
     where revoked_at is null and account_id = any ($1)`,
    [page.map((account) => account.id)],
  );
  const roles = new Map(rows.map((row) => [row.account_id, row.role]));
  const lines = page.map((account) => ({ ...account, role: roles.get(account.id) ?? null }));
  const next = page.length === PAGE ? (page.at(-1)?.id ?? null) : null;
  const text = lines.map((account) =>
    [
      account.id,
      account.state.padEnd(8),
      (account.role ?? '-').padEnd(24),
      account.username ?? '-',
    ].join('  '),
  );
  if (next !== null) text.push(`more: homeward user list --after ${next}`);
  output.result({ accounts: lines, next }, text.join('\n'));
  return 0;
}

/** Tells every data protection officer; ids and codes only. */
async function tell({ accounts, now }: Tools, kind: string, accountId: string): Promise<void> {
  const officers = await accounts.pool.query<{ account_id: string }>(
    `select account_id from public.role_grant
     where role = 'data_protection_officer' and revoked_at is null`,
  );
  for (const officer of officers.rows) {
    await accounts.pool.query(
      `insert into public.notification (id, account_id, kind, details, created_at)
       values ($1, $2, $3, $4, $5)`,
      [v7(), officer.account_id, kind, { account: accountId, by: null }, now],
    );
  }
}

async function known(user: string | undefined, accounts: Accounts): Promise<string> {
  if (user === undefined) throw new WrongUsage(USAGE);
  const { rows } = await accounts.pool.query<{ id: string }>(
    'select id from auth.account where username = lower($1) or id::text = lower($1)',
    [user],
  );
  if (rows[0] === undefined) throw new WrongUsage('no account with this user name or id');
  return rows[0].id;
}

async function coded(accounts: Accounts, table: 'place' | 'organisation', code?: string) {
  if (code === undefined) return null;
  const { rows } = await accounts.pool.query<{ id: string }>(
    `select id from public.${table} where code = $1`,
    [code],
  );
  if (rows[0] === undefined) throw new WrongUsage(`--${table}: no such code`);
  return rows[0].id;
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  option: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new WrongUsage(`${option}: ${parsed.error.issues[0]?.message ?? 'not valid'}`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (problem) {
    throw new WrongUsage(`${(problem as Error).message}\n${USAGE}`);
  }
}
