import {
  type ExpertConsent,
  expertConsent,
  type OwnExpert,
  ownExpert,
} from '#domain/exchange/expert/expert.ts';
import { isHard } from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { findsInForm } from '../publication/betraying-words.ts';
import { askForNames, type Forms, newForms, standingForms, withdrawNames } from './name-forms.ts';

/** One's own entry in the directory of experts: given, changed and taken back by nobody else. */
export function addExpertRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const answered = { response: { 200: ownExpert } };

  app.get('/api/exchange/me/expert', { schema: answered }, (request) =>
    deps.exchange.as(request.participant.id, ownEntry),
  );

  app.put(
    '/api/exchange/me/expert',
    { schema: { body: expertConsent, ...answered } },
    async (request, reply) => {
      const betrays = findsInForm(namesInForm(request.body.names), isHard);
      if (betrays !== null) return sendProblem(reply, betrays);
      const answer = await deps.exchange.as(request.participant.id, (taking) =>
        keepEntry(deps, taking, request.participant, request.body),
      );
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.delete('/api/exchange/me/expert', { schema: answered }, (request) =>
    deps.exchange.as(request.participant.id, async (taking) => {
      const { client, participant } = taking;
      const { rowCount } = await client.query(
        'delete from exchange.expert where participant_id = $1',
        [participant],
      );
      if (rowCount === 1) {
        await withdrawNames(taking, participant ?? '');
        await writeLog(deps, taking, 'directory_left', ['expert', participant ?? '']);
      }
      return ownEntry(taking);
    }),
  );
}

async function keepEntry(
  deps: ExchangeDeps,
  taking: Taking,
  me: { readonly id: string; readonly name: string },
  { shown, names, themes, version }: ExpertConsent,
): Promise<OwnExpert | Problem> {
  const { client } = taking;
  const before = await client.query<{ names: Forms; version: number }>(
    'select names, version from exchange.expert where participant_id = $1 for update',
    [me.id],
  );
  const [was] = before.rows;
  if ((was?.version ?? 0) !== version) return { code: 'version_conflict' };
  const known = was?.names ?? {};
  const fresh = newForms(names, known, me.name);
  const asked = Object.keys(fresh).length > 0 ? names : null;
  const values = [
    ...[me.id, [...new Set(shown)], standingForms(names, known, me.name), [...new Set(themes)]],
    ...[deps.clock(), asked],
  ];
  const { rowCount } = await client.query(
    was === undefined
      ? `insert into exchange.expert (participant_id, shown, names, themes, consented_at, asked_names)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`
      : `update exchange.expert set shown = $2, names = $3, themes = $4, consented_at = $5,
           asked_names = $6, version = version + 1 where participant_id = $1`,
    values,
  );
  if (rowCount === 0) return { code: 'version_conflict' };
  const fields = [...new Set(shown)].toSorted().join(' ');
  await writeLog(deps, taking, 'directory_consent', ['expert', me.id], { fields });
  const refused = await askForNames(deps, taking, { ...me, version: version + 1 }, fresh);
  return refused ?? ownEntry(taking);
}

function namesInForm(names: Forms): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([lang, said]) => [`names.${lang}`, said] as const),
  );
}

async function ownEntry({ client, participant }: Taking): Promise<OwnExpert> {
  const { rows } = await client.query<OwnExpert>(
    `select x.participant_id is not null as listed, coalesce(x.shown, '{}') as shown,
       coalesce(x.asked_names, x.names, '{}') as names, coalesce(x.themes, '{}') as themes,
       coalesce(x.asked_names is not null and l.state = 'waiting', false) as names_wait,
       case when x.asked_names is not null and l.state = 'returned' then l.reason end
         as names_sent_back,
       coalesce(x.version, 0) as version, p.name, i.name as institution, p.country, p.languages
     from exchange.participant p left join exchange.expert x on x.participant_id = p.id
       left join exchange.institution i on i.id = p.institution_id
       left join lateral (select state, reason from exchange.publication
         where subject_kind = 'expert' and subject_id = p.id
         order by asked_at desc, id desc limit 1) l on true
     where p.id = $1`,
    [participant],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('whoever is signed in has a row of their own');
  return row;
}
