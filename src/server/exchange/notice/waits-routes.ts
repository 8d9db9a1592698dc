import { REMIND_DAYS_BEFORE } from '#domain/exchange/recommendation/notice.ts';
import { EXCHANGE_ROLES } from '#domain/exchange/role.ts';
import { EXCHANGE_WAITS, type ExchangeWait, exchangeWaits } from '#domain/exchange/waits.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { begun } from '../feedback/feedback-routes.ts';
import { quotationSheetOf, quotationsBy } from '../news/news-rows.ts';

type Counts = Partial<Record<ExchangeWait, number>>;

/** What one participant has not done yet, for the first screen: counts, and reports by number. */
export function addExchangeWaitsRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get('/api/exchange/waits', { schema: { response: { 200: exchangeWaits } } }, (request) => {
    const { id: me } = request.participant;
    return deps.exchange.as(me, async (taking) => {
      const counts: Counts = { ...(await counted(taking)), ...(await answered(taking, me)) };
      const some = EXCHANGE_WAITS.flatMap((wait) => {
        const count = counts[wait] ?? 0;
        return count > 0 ? [[wait, count] as const] : [];
      });
      return { waits: Object.fromEntries(some), reports: await reports(taking, deps.clock()) };
    });
  });
}

/** Counted where the rows are. The policies show one's own votes only, and no proposal that one stands near. */
const COUNTS = `select
  (select count(*)::int from exchange.review_assignment a
    join exchange.proposal p on p.id = a.proposal_id and p.state = 'in_review'
    where a.reviewer_id = exchange.me()
      and not exists (select from exchange.review r
        where r.proposal_id = a.proposal_id and r.reviewer_id = a.reviewer_id)) as reviews,
  (select count(*)::int from exchange.practice_review r
    join exchange.practice p on p.id = r.practice_id and p.state = 'in_review'
    where r.reviewer_id = exchange.me() and r.declined_because is null and r.decided_at is null)
    as practice_reviews,
  (select count(*)::int from exchange.publication p
    where $2 and p.state = 'waiting' and p.asked_by <> exchange.me()) as desk,
  (select count(*)::int from exchange.registration r
    where r.state = 'requested' and exchange.holds(r.edition_id, 'organiser')) as registrations,
  (select count(*)::int from exchange.session_speaker x
    join exchange.session s on s.id = x.session_id and s.state <> 'cancelled'
    where x.participant_id = exchange.me() and x.part = 'speaker' and not exists (
      select from exchange.agreement a where a.session_id = x.session_id
        and a.participant_id = x.participant_id)) as agreements,
  (select count(*)::int from exchange.opinion_round o
    join exchange.opinion_poll p on p.id = o.poll_id
    where o.closed_at is null and exchange.holds(p.edition_id, variadic $1::text[]) and exists (
      select from exchange.opinion_statement s where s.poll_id = p.id and s.state = 'let_in'
        and not exists (select from exchange.opinion_vote v where v.statement_id = s.id
          and v.phase = o.phase))) as polls`;

async function counted({ client, holdsAny }: Taking): Promise<Counts> {
  const { rows } = await client.query<Counts>(COUNTS, [
    EXCHANGE_ROLES,
    holdsAny('editor', 'organiser'),
  ]);
  return rows[0] ?? {};
}

/** By the same questions that their screens ask. */
async function answered(taking: Taking, me: string): Promise<Counts> {
  const quotations = await quotationsBy(taking.client, me);
  const sessions = await begun(taking);
  return {
    quotations: quotations
      .map(quotationSheetOf)
      .filter(({ versions }) => versions.some(({ state }) => state === 'waiting')).length,
    feedback: sessions.filter(({ own, abilities }) => own === null && abilities.includes('give'))
      .length,
  };
}

/** As owners are reminded by letter (`exchange.due_reminders`), for as long as it is due. */
async function reports({ client }: Taking, now: Date) {
  const { rows } = await client.query<{
    id: string;
    number: number;
    edition: string;
    due_on: string;
  }>(
    `select r.id, r.number, e.slug as edition,
       to_char(least(r.due_on, r.review_on), 'YYYY-MM-DD') as due_on
     from exchange.recommendation r join exchange.edition e on e.id = r.edition_id
       join exchange.participant p on p.id = exchange.me()
         and (p.institution_id = r.lead_id or p.institution_id = any (r.co_owner_ids))
     where r.adopted_on is not null and r.status not in ('done', 'declined')
       and least(r.due_on, r.review_on) <= ($1::timestamptz at time zone e.time_zone)::date + $2::int
       and not exists (select from exchange.recommendation n
         where n.replaces_id = r.id and n.adopted_on is not null)
     order by least(r.due_on, r.review_on), r.id limit 20`,
    [now, REMIND_DAYS_BEFORE],
  );
  return rows;
}
