import { z } from 'zod';
import { country } from '#domain/exchange/participant.ts';
import { adoptionRefusal, newAdoption } from '#domain/exchange/recommendation/adoption.ts';
import {
  type AmendmentState,
  amendmentComesIn,
  amendmentDecision,
  decideAmendment,
  newAmendment,
} from '#domain/exchange/recommendation/amendment.ts';
import { newPosition, positionRefusal } from '#domain/exchange/recommendation/position.ts';
import { changedText } from '#domain/exchange/recommendation/recommendation.ts';
import { newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { dayAt } from '#domain/zone.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { textsOf } from '../news/news-publishing.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import { findsInForm, hardFinds } from '../publication/betraying-words.ts';
import { lockRecommendation } from './recommendation-rows.ts';
import { chairs, takesPart } from './recommendation-whole.ts';
import { tell } from './tell.ts';

const params = z.object({ id });
const gone: Problem = { code: 'gone' };
const notAllowed: Problem = { code: 'not_allowed' };
const stateAnswer = z.object({ state: z.enum(['proposed', 'conflict', 'accepted', 'rejected']) });

/** Drafting: amendments, the chair's decisions, positions of countries, adoption. */
export function addDraftingRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.post(
    '/api/exchange/recommendations/:id/amendments',
    { schema: { params, body: newAmendment, response: { 201: stateAnswer } } },
    async (request, reply) => {
      const { body, participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const draft = await draftOf(taking, request.params.id);
        if (draft === null) return gone;
        if (!takesPart(taking, draft.edition_id)) return notAllowed;
        const { rows: known } = await taking.client.query<{ state: AmendmentState; here: boolean }>(
          `select state, recommendation_id = $2 as here from exchange.amendment where id = $1`,
          [body.id, request.params.id],
        );
        if (known[0] !== undefined) return known[0].here ? { state: known[0].state } : taken;
        if (draft.adopted_on !== null) return { code: 'recommendation_adopted' as const };
        const state = amendmentComesIn(currentOf(draft), body);
        if (state === 'amendment_words_unclear')
          return { code: state, fields: [{ path: 'body.old_words', code: state }] };
        const { rowCount } = await taking.client.query(
          `insert into exchange.amendment (id, recommendation_id, author_id, author, country, old_words,
             new_words, reason, seen, state, created_at)
           values ($1, $2, $3, $4, (select country from exchange.participant where id = $3), $5, $6, $7,
             $8, $9, $10)
           on conflict (id) do nothing`,
          [
            ...[body.id, request.params.id, participant.id, participant.name, body.old_words],
            ...[body.new_words, body.reason, body.seen, state, deps.clock()],
          ],
        );
        if (rowCount !== 1) return taken;
        await tell(taking, deps, 'amendment_proposed', request.params.id);
        return { state };
      });
      return 'code' in answer ? sendProblem(reply, answer) : reply.code(201).send(answer);
    },
  );

  app.put(
    '/api/exchange/amendments/:id/decision',
    { schema: { params, body: amendmentDecision, response: { 200: stateAnswer } } },
    async (request, reply) => {
      const { body, participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        const { rows } = await client.query<AmendmentToDecide>(
          `select recommendation_id, author_id, old_words, new_words, state from exchange.amendment
           where id = $1`,
          [request.params.id],
        );
        const [asked] = rows;
        const draft = asked && (await draftOf(taking, asked.recommendation_id));
        if (asked === undefined || draft === undefined || draft === null) return gone;
        if (!chairs(taking, draft.edition_id)) return notAllowed;
        // Read again behind the lock: somebody else may have decided meanwhile.
        const { rows: again } = await client.query<AmendmentToDecide>(
          `select recommendation_id, author_id, old_words, new_words, state from exchange.amendment
           where id = $1`,
          [request.params.id],
        );
        const amendment = again[0] ?? asked;
        const current = { ...currentOf(draft), adopted: draft.adopted_on !== null };
        const own = amendment.author_id === participant.id;
        const decided = decideAmendment(current, { ...amendment, own }, body);
        if (typeof decided === 'string') {
          if (decided !== 'reason_missing') return { code: decided };
          return { code: decided, fields: [{ path: 'body.reason', code: 'required' }] };
        }
        const now = deps.clock();
        const settled = decided.state !== 'conflict';
        await client.query(
          `update exchange.amendment set state = $2, decided_by = $3, decided_at = $4,
             decision_reason = $5 where id = $1`,
          [
            ...[request.params.id, decided.state, settled ? participant.id : null],
            ...[settled ? now : null, settled ? body.reason : null],
          ],
        );
        if (decided.text !== null) {
          const problem = await writeText(taking, deps, draft, decided.text, participant.name);
          if (problem !== null) return problem;
        }
        const { recommendation_id, author_id } = amendment;
        if (settled)
          await tell(taking, deps, 'amendment_decided', recommendation_id, { author: author_id });
        return { state: decided.state };
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.put(
    '/api/exchange/recommendations/:id/text',
    { schema: { params, body: changedText } },
    async (request, reply) => {
      const { body, participant } = request;
      const problem = await deps.exchange.as(participant.id, async (taking) => {
        const draft = await draftOf(taking, request.params.id);
        if (draft === null) return gone;
        if (!chairs(taking, draft.edition_id)) return notAllowed;
        if (draft.adopted_on !== null) return { code: 'recommendation_adopted' as const };
        if (body.seen !== draft.text.revision) return { code: 'text_changed_meanwhile' as const };
        return writeText(taking, deps, draft, body.text, participant.name);
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  app.put(
    '/api/exchange/recommendations/:id/positions/:country',
    { schema: { params: params.extend({ country }), body: newPosition } },
    async (request, reply) => {
      const { body, participant } = request;
      const { id: wanted, country: said } = request.params;
      const problem = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        const draft = await draftOf(taking, wanted);
        if (draft === null) return gone;
        const { rows } = await client.query<{ country: string }>(
          `select country from exchange.role where participant_id = $1 and role = 'delegate'
             and revoked_at is null and (edition_id is null or edition_id = $2)`,
          [participant.id, draft.edition_id],
        );
        if (rows.length === 0) return notAllowed;
        const own = rows.find((one) => one.country === said)?.country ?? rows[0]?.country ?? null;
        const current = { revision: draft.text.revision, adopted: draft.adopted_on !== null };
        const code = positionRefusal(current, { country: own }, { country: said, seen: body.seen });
        if (code !== null) return { code };
        const { lang, words, stance, seen } = body;
        // It stands beside the adopted text, and no second editor has it before him.
        const betrays = findsInForm({ words }, () => true);
        if (betrays !== null) return betrays;
        const now = deps.clock();
        await client.query(
          `insert into exchange.position (id, recommendation_id, country, participant_id, stance, words,
             revision, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (recommendation_id, country) do update set participant_id = excluded.participant_id,
             stance = excluded.stance, words = excluded.words, revision = excluded.revision,
             at = excluded.at`,
          [
            ...[deps.newId(), wanted, said, participant.id, stance],
            words === null ? null : JSON.stringify(newWording({ lang, text: words }, null, now)),
            ...[seen, now],
          ],
        );
        await writeLog(deps, taking, 'position_said', ['recommendation', wanted], {
          ...{ country: said, stance },
        });
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/exchange/recommendations/:id/adoption',
    { schema: { params, body: newAdoption } },
    async (request, reply) => {
      const { body, participant } = request;
      const problem = await deps.exchange.as(participant.id, async (taking) => {
        const draft = await draftOf(taking, request.params.id);
        if (draft === null) return gone;
        if (!chairs(taking, draft.edition_id)) return notAllowed;
        const now = deps.clock();
        const refused = adoptionRefusal(
          {
            ...{ text: draft.text, adopted: draft.adopted_on !== null },
            openAmendments: draft.open_amendments,
          },
          ...([draft.languages, body, dayAt(now, draft.time_zone)] as const),
        );
        if (refused !== null) return refused;
        const { source, versions } = draft.text;
        const texts = {
          ...textsOf('text', draft.text),
          [`body.${source}`]: body.body,
        };
        const betrays = hardFinds(texts);
        if (betrays !== null) return betrays;
        await taking.client.query(
          `update exchange.recommendation set adopted_on = $2, body = $3, version = version + 1
           where id = $1`,
          [
            ...[request.params.id, body.adopted_on],
            JSON.stringify(newWording({ lang: source, text: body.body }, null, now)),
          ],
        );
        const asked = await askToPublish(taking, deps, {
          ...{ kind: 'recommendation', id: request.params.id, version: draft.version, texts },
          title: versions[source]?.text ?? body.body,
        });
        if ('code' in asked)
          throw new Error(`an adopted text is not put to the desk: ${asked.code}`);
        await tell(taking, deps, 'adopted', request.params.id);
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );
}

const taken: Problem = { code: 'invalid_input', fields: [{ path: 'body.id', code: 'taken' }] };

interface Draft {
  readonly id: string;
  readonly edition_id: string;
  readonly text: Wording;
  readonly adopted_on: string | null;
  /** The version that adopting it makes. */
  readonly version: number;
  readonly languages: string[];
  readonly time_zone: string;
  readonly open_amendments: number;
}

interface AmendmentToDecide {
  readonly recommendation_id: string;
  readonly author_id: string | null;
  readonly old_words: string;
  readonly new_words: string;
  readonly state: AmendmentState;
}

/** The draft behind its lock, so that text, positions and adoption follow one another. */
async function draftOf(taking: Taking, wanted: string): Promise<Draft | null> {
  await lockRecommendation(taking, wanted);
  const { rows } = await taking.client.query<Draft>(
    `select r.id, r.edition_id, r.text, r.adopted_on, r.version + 1 as version, e.languages, e.time_zone,
       (select count(*)::int from exchange.amendment a where a.recommendation_id = r.id
         and a.state in ('proposed', 'conflict')) as open_amendments
     from exchange.recommendation r join exchange.edition e on e.id = r.edition_id where r.id = $1`,
    [wanted],
  );
  return rows[0] ?? null;
}

function currentOf({ text }: Draft): { text: string; revision: number } {
  return { text: text.versions[text.source]?.text ?? '', revision: text.revision };
}

/** Writes the next text; countries that spoke of the one before are told to look again. */
async function writeText(
  taking: Taking,
  deps: ExchangeDeps,
  draft: Draft,
  text: string,
  by: string,
): Promise<Problem | null> {
  const { source, revision } = draft.text;
  const next = reword(draft.text, { lang: source, text }, revision, by, deps.clock());
  if ('code' in next) return next;
  if (next.revision === revision) return null;
  await taking.client.query(
    'update exchange.recommendation set text = $2, version = version + 1 where id = $1',
    [draft.id, JSON.stringify(next)],
  );
  await tell(taking, deps, 'text_changed', draft.id);
  return null;
}
