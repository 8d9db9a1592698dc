import type { MinutesCopy, PublishedLine } from '#domain/exchange/minutes/published-minutes.ts';
import { linesThatLeave } from '#domain/exchange/minutes/published-minutes.ts';
import type { SessionRule } from '#domain/exchange/session-rule.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { Taking } from '../exchange-database.ts';
import { instantOf } from '../recommendation/recommendation-rows.ts';

/** Minutes that readers may have, with the rule as it stands now. */
export interface PublicMinutes extends MinutesCopy {
  readonly session_id: string;
}

interface MinutesRow {
  readonly session_id: string;
  readonly rule: SessionRule;
  readonly published: MinutesCopy;
}

/** The published minutes of an edition by the order of its sessions, or those of one session. */
export async function publicMinutes(
  { client }: Taking,
  edition: string,
  session: string | null = null,
): Promise<PublicMinutes[]> {
  const { rows } = await client.query<MinutesRow>(
    `select m.session_id, s.rule, m.published
     from exchange.minutes m join exchange.session s on s.id = m.session_id
     join exchange.edition e on e.id = s.edition_id
     where e.slug = $1 and e.state <> 'draft' and s.state <> 'draft' and m.published is not null
       and exchange.public_version('minutes', m.session_id) is not null
       and ($2::uuid is null or m.session_id = $2)
     order by s.starts_at nulls last, s.id limit 200`,
    [edition, session],
  );
  // The rule is asked again where they leave: it may be a stricter one by now.
  return rows.flatMap(({ session_id, rule, published }) => {
    const lines = linesThatLeave(published.lines, rule);
    return lines.length === 0 ? [] : [{ ...published, session_id, lines }];
  });
}

/** What would go out now of the minutes of a session. */
export async function minutesNow(
  { client }: Taking,
  session: { readonly id: string; readonly rule: SessionRule; readonly title: Wording },
): Promise<Omit<MinutesCopy, 'version'>> {
  const { rows } = await client.query<PublishedLine>(
    `select l.number, l.words, l.speaker,
       l.speaker is not null and exists (select from exchange.session_speaker x
         where x.session_id = l.session_id and x.alias and x.name = l.speaker) as alias,
       (select r.number from exchange.recommendation r
         where r.line_id = l.id and r.adopted_on is not null order by r.number limit 1)
         as recommendation
     from exchange.minutes_line l where l.session_id = $1 and not l.left_out
     order by l.number limit 2000`,
    [session.id],
  );
  const { rows: at } = await client.query<{ starts_at: string | null }>(
    `select ${instantOf('starts_at')} as starts_at from exchange.session where id = $1`,
    [session.id],
  );
  return {
    title: session.title,
    starts_at: at[0]?.starts_at ?? null,
    lines: linesThatLeave(rows, session.rule),
  };
}
