import { z } from 'zod';
import {
  type AgreeingSpeaker,
  againstPublication,
  againstRecording,
  agreementAnswers,
} from '#domain/exchange/agreement/agreement.ts';
import {
  agreedSession,
  type OwnAgreements,
  type OwnSession,
  ownAgreements,
} from '#domain/exchange/agreement/agreement-sheet.ts';
import type { SessionRule } from '#domain/exchange/session-rule.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;

/** What speakers agree to for their sessions, signed by themselves and seen by the organisers. */
export function addAgreementRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/me/agreements',
    { schema: { response: { 200: ownAgreements } } },
    (request) => deps.exchange.as(request.participant.id, ownAgreementsOf),
  );

  app.put(
    '/api/exchange/sessions/:id/agreement',
    { schema: { params, body: agreementAnswers, response: { 200: ownAgreements } } },
    async (request, reply) => {
      const { recording, publication, materials, signed } = request.body;
      const { id: me } = request.participant;
      const answer = await deps.exchange.as(me, async (taking) => {
        const { client } = taking;
        const session = request.params.id;
        const { rows } = await client.query<{ speaks: boolean }>(
          'select exchange.speaks_in($1) as speaks',
          [session],
        );
        if (rows[0]?.speaks !== true) return null;
        await client.query(
          `insert into exchange.agreement (session_id, participant_id, recording, publication, materials,
             signed, at) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (session_id, participant_id) do update
             set recording = $3, publication = $4, materials = $5, signed = $6, at = $7`,
          [session, me, recording, publication, materials, signed, deps.clock()],
        );
        if (!recording) await client.query('select exchange.refuse_recording($1)', [session]);
        await writeLog(deps, taking, 'signed', ['session', session], {
          ...{ recording: Number(recording), publication: Number(publication) },
          materials: Number(materials),
        });
        return ownAgreementsOf(taking);
      });
      return answer ?? sendProblem(reply, gone);
    },
  );

  app.get(
    '/api/exchange/editions/:id/agreements',
    { schema: { params, response: { 200: z.object({ sessions: z.array(agreedSession) }) } } },
    async (request, reply) => {
      const edition = request.params.id;
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holds(edition, 'organiser', 'moderator')) return null;
        return { sessions: await agreedSessions(taking, edition) };
      });
      return found ?? sendProblem(reply, gone);
    },
  );
}

interface OwnRow {
  readonly session_id: string;
  readonly edition_id: string;
  readonly title: Wording;
  readonly rule: SessionRule;
  readonly starts_at: Date | null;
  readonly under_alias: boolean;
  readonly agreement: NonNullable<OwnSession['agreement']> | null;
}

/** One's own sessions and agreements, and the name that one appears under. */
export async function ownAgreementsOf({ client }: Taking): Promise<OwnAgreements> {
  const { rows } = await client.query<OwnRow>(
    `select x.session_id, x.edition_id, s.title, s.rule, s.starts_at, x.alias as under_alias,
       case when a.at is null then null else jsonb_build_object('recording', a.recording,
         'publication', a.publication, 'materials', a.materials, 'signed', a.signed, 'at', a.at)
       end as agreement
     from exchange.session_speaker x join exchange.session s on s.id = x.session_id
     left join exchange.agreement a on a.session_id = x.session_id and a.participant_id = x.participant_id
     where x.participant_id = exchange.me() and x.part = 'speaker'
     order by s.starts_at nulls last, s.id limit 50`,
  );
  const { rows: kept } = await client.query<NonNullable<OwnAgreements['alias']>>(
    `select p.name as alias, k.name, k.voice_only from exchange.kept_name k
     join exchange.participant p on p.id = k.participant_id where k.participant_id = exchange.me()`,
  );
  return {
    sessions: rows.map((row) => ({
      ...row,
      starts_at: row.starts_at?.toISOString() ?? null,
      agreement: row.agreement && {
        ...row.agreement,
        at: new Date(row.agreement.at).toISOString(),
      },
    })),
    alias: kept[0] ?? null,
  };
}

interface SpeakerRow {
  readonly session_id: string;
  readonly title: Wording;
  readonly rule: SessionRule;
  readonly starts_at: Date | null;
  readonly participant_id: string;
  readonly name: string;
  readonly under_alias: boolean;
  readonly recording: boolean | null;
  readonly publication: boolean | null;
  readonly materials: boolean | null;
  readonly at: Date | null;
}

async function agreedSessions({ client }: Taking, edition: string) {
  const { rows } = await client.query<SpeakerRow>(
    `select s.id as session_id, s.title, s.rule, s.starts_at, x.participant_id, x.name,
       x.alias as under_alias, a.recording, a.publication, a.materials, a.at
     from exchange.session s join exchange.session_speaker x on x.session_id = s.id and x.part = 'speaker'
     left join exchange.agreement a on a.session_id = s.id and a.participant_id = x.participant_id
     where s.edition_id = $1 and s.state <> 'cancelled'
     order by s.starts_at nulls last, s.id, x.standing, x.participant_id limit 600`,
    [edition],
  );
  const sessions = Map.groupBy(rows, (row) => row.session_id);
  return [...sessions.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { session_id, title, rule, starts_at } = first;
    const speakers = all.map(agreeing);
    return [
      {
        ...{ session_id, title, rule, starts_at: starts_at?.toISOString() ?? null },
        against_recording: againstRecording(rule, speakers),
        against_publication: againstPublication(rule, speakers),
        speakers: all.map(({ participant_id, name, under_alias, at, ...said }) => ({
          ...{ participant_id, name, under_alias, signed_at: at?.toISOString() ?? null },
          ...{
            recording: said.recording,
            publication: said.publication,
            materials: said.materials,
          },
        })),
      },
    ];
  });
}

function agreeing({
  recording,
  publication,
  materials,
  at,
  under_alias,
}: SpeakerRow): AgreeingSpeaker {
  if (at === null) return { agreement: null, under_alias };
  const said = {
    ...{ recording: recording === true, publication: publication === true },
    ...{ materials: materials === true, at: at.toISOString() },
  };
  return { agreement: said, under_alias };
}
