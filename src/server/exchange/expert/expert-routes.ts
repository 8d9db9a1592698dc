import { expertConsent, type OwnExpert, ownExpert } from '#domain/exchange/expert/expert.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';

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
      const { shown, names, themes, version } = request.body;
      const answer = await deps.exchange.as(request.participant.id, async (taking) => {
        const { client, participant } = taking;
        const values = [participant, [...new Set(shown)], names, [...new Set(themes)]];
        const { rowCount } =
          version === 0
            ? await client.query(
                `insert into exchange.expert (participant_id, shown, names, themes, consented_at)
                 values ($1, $2, $3, $4, $5) on conflict do nothing`,
                [...values, deps.clock()],
              )
            : await client.query(
                `update exchange.expert set shown = $2, names = $3, themes = $4, consented_at = $5,
                   version = version + 1 where participant_id = $1 and version = $6`,
                [...values, deps.clock(), version],
              );
        if (rowCount === 0) return null;
        const fields = [...new Set(shown)].toSorted().join(' ');
        await writeLog(deps, taking, 'directory_consent', ['expert', participant ?? ''], {
          fields,
        });
        return ownEntry(taking);
      });
      return answer ?? sendProblem(reply, { code: 'version_conflict' });
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
        await writeLog(deps, taking, 'directory_left', ['expert', participant ?? '']);
      }
      return ownEntry(taking);
    }),
  );
}

async function ownEntry({ client, participant }: Taking): Promise<OwnExpert> {
  const { rows } = await client.query<OwnExpert>(
    `select x.participant_id is not null as listed, coalesce(x.shown, '{}') as shown,
       coalesce(x.names, '{}') as names, coalesce(x.themes, '{}') as themes,
       coalesce(x.version, 0) as version, p.name, i.name as institution, p.country, p.languages
     from exchange.participant p left join exchange.expert x on x.participant_id = p.id
       left join exchange.institution i on i.id = p.institution_id where p.id = $1`,
    [participant],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('whoever is signed in has a row of their own');
  return row;
}
