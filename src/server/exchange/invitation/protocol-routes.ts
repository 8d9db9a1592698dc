import { z } from 'zod';
import {
  type FixedPlaces,
  inPrecedence,
  type PrecedenceRule,
  type Rank,
} from '#domain/exchange/invitation/precedence.ts';
import {
  type guestForm,
  type ProtocolSheet,
  precedenceChange,
  protocolSheet,
  rankChange,
} from '#domain/exchange/invitation/protocol-sheet.ts';
import { inLanguage, languageTag, type Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { longDays } from '../page/long-day.ts';

const ofEdition = z.object({ edition: id });
const gone = { code: 'gone' } as const;
/** Where nobody has chosen yet. */
const USUAL: PrecedenceRule[] = ['host_first', 'states_first', 'rank', 'country', 'name'];

/** Guests of an edition in the order of protocol, and the programme that is printed with it. */
export function addProtocolRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/editions/:edition/protocol',
    {
      schema: {
        params: ofEdition,
        querystring: z.strictObject({ lang: languageTag }),
        response: { 200: protocolSheet },
      },
    },
    async (request, reply) => {
      const { edition } = request.params;
      const found = await deps.exchange.as(request.participant.id, (taking) =>
        sheet(taking, edition, request.query.lang),
      );
      return found ?? sendProblem(reply, gone);
    },
  );

  app.put(
    '/api/exchange/editions/:edition/precedence',
    {
      schema: {
        params: ofEdition,
        body: precedenceChange,
        response: { 200: z.object({ version: z.int() }) },
      },
    },
    async (request, reply) => {
      const { edition } = request.params;
      const { rules, fixed, version } = request.body;
      const answer = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holds(edition, 'organiser')) return gone;
        const { rows } = await taking.client.query<{ version: number }>(
          `insert into exchange.precedence (edition_id, rules, fixed) values ($1, $2, $3)
           on conflict (edition_id) do update set rules = $2, fixed = $3,
             version = precedence.version + 1 where precedence.version = $4
           returning version`,
          [edition, rules, fixed, version],
        );
        if (rows[0] === undefined) return { code: 'version_conflict' as const };
        await writeLog(deps, taking, 'ordered', ['edition', edition]);
        return rows[0];
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.put(
    '/api/exchange/editions/:edition/ranks/:participant',
    {
      schema: {
        params: z.object({ edition: id, participant: id }),
        body: rankChange,
        response: { 200: rankChange },
      },
    },
    async (request, reply) => {
      const { edition, participant } = request.params;
      const answer = await deps.exchange.as(request.participant.id, async (taking) => {
        const { client } = taking;
        if (!taking.holds(edition, 'organiser')) return gone;
        const known = await client.query('select from exchange.participant where id = $1', [
          participant,
        ]);
        if (known.rowCount !== 1) return gone;
        await client.query(
          `insert into exchange.protocol_rank (edition_id, participant_id, rank, form)
           values ($1, $2, $3, $4)
           on conflict (edition_id, participant_id) do update set rank = $3, form = $4`,
          [edition, participant, request.body.rank, request.body.form],
        );
        await writeLog(deps, taking, 'ranked', ['participant', participant]);
        return request.body;
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );
}

interface GuestRow {
  readonly id: string;
  readonly name: string;
  readonly institution: Wording | null;
  readonly country: string | null;
  readonly rank: Rank | null;
  readonly form: Readonly<Record<string, z.infer<typeof guestForm>>> | null;
  readonly host: boolean;
}

async function sheet(taking: Taking, edition: string, lang: string): Promise<ProtocolSheet | null> {
  const { client } = taking;
  if (!taking.holds(edition, 'organiser')) return null;
  const { rows } = await client.query<{
    title: Wording;
    starts_on: string;
    ends_on: string;
    time_zone: string;
    rules: PrecedenceRule[] | null;
    fixed: FixedPlaces | null;
    version: number | null;
  }>(
    `select e.title, e.starts_on, e.ends_on, e.time_zone, p.rules, p.fixed, p.version
     from exchange.edition e left join exchange.precedence p on p.edition_id = e.id where e.id = $1`,
    [edition],
  );
  const [found] = rows;
  if (found === undefined) return null;
  const { starts_on, ends_on, time_zone, fixed } = found;
  const rules = found.rules ?? USUAL;
  const guests = await guestsOf(taking, edition, lang);
  return {
    ...{ lang, title: inLanguage(found.title, lang).text, time_zone, rules, fixed: fixed ?? {} },
    days: longDays(lang, starts_on, ends_on),
    version: found.version ?? 0,
    guests: inPrecedence(guests, rules, lang, fixed ?? {}),
    sessions: await sessionsOf(taking, edition, lang),
  };
}

/** Who has a part in the edition beyond listening, and whoever was given a rank. */
async function guestsOf({ client }: Taking, edition: string, lang: string) {
  const { rows } = await client.query<GuestRow>(
    `select p.id, p.name, o.name as institution, p.country, r.rank, r.form,
       coalesce(p.institution_id = l.institution_id, false) as host
     from exchange.participant p
     left join exchange.institution o on o.id = p.institution_id
     left join exchange.protocol_rank r on r.participant_id = p.id and r.edition_id = $1
     left join exchange.letterhead l on l.edition_id = $1
     where r.rank is not null or exists (select from exchange.role held where held.participant_id = p.id
       and held.revoked_at is null and held.edition_id = $1
       and held.role in ('speaker', 'moderator', 'delegate', 'organiser'))
     order by p.id limit 200`,
    [edition],
  );
  return rows.map((row) => {
    const own = row.form?.[lang];
    return {
      ...{ id: row.id, country: row.country, rank: row.rank, host: row.host, form: row.form ?? {} },
      name: own?.name ?? row.name,
      title: own?.title ?? null,
      institution: row.institution === null ? '' : inLanguage(row.institution, lang).text,
    };
  });
}

async function sessionsOf({ client }: Taking, edition: string, lang: string) {
  const { rows } = await client.query<{
    id: string;
    title: Wording;
    kind: string;
    starts_at: Date;
    minutes: number;
  }>(
    `select id, title, kind, starts_at, minutes from exchange.session
     where edition_id = $1 and starts_at is not null and minutes is not null and state <> 'cancelled'
     order by starts_at, id limit 200`,
    [edition],
  );
  return rows.map((row) => ({
    ...row,
    title: inLanguage(row.title, lang).text,
    starts_at: row.starts_at.toISOString(),
  }));
}
