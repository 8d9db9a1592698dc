import type { Locale } from '#domain/account/account.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { PlainContent } from '../../plain-content.ts';
import type { Taking } from '../exchange-database.ts';
import { type Html, html } from '../page/html.ts';
import { speakerFor, worded } from '../page/page.ts';

/** A material that may be given on, with its file as long as the copy has room. */
export interface CopiedMaterial {
  readonly id: string;
  readonly title: Wording;
  readonly session: Wording | null;
  readonly language: string;
  readonly media_type: PlainContent['type'];
  readonly size: number;
  readonly bytes: Buffer | null;
}

/** More than this does not go into one copy: it is put together in memory, for anybody who asks. */
const MOST_BYTES = 40 * 1024 * 1024;

/**
 * The materials of an edition for a copy that nobody can take back: published, for everybody, and where they
 * belong to a session, agreed to by each of its speakers. The reader has no account; the policy leaves no other.
 */
export async function materialsToCopy(
  { client }: Taking,
  edition: string,
): Promise<CopiedMaterial[]> {
  const { rows } = await client.query<CopiedMaterial>(
    `select m.id, m.title, s.title as session, m.language, f.media_type, f.size,
       case when sum(f.size) over (order by m.created_at, m.id) <= $2 then f.bytes end as bytes
     from exchange.material m join exchange.file f on f.id = m.file_id
     left join exchange.session s on s.id = m.session_id
     where m.edition_id = $1 and m.access = 'public' and m.withdrawn_at is null
       and exchange.public_version('material', m.id) is not null
       and exchange.materials_bar(m.session_id) is null
     order by m.created_at, m.id limit 200`,
    [edition, MOST_BYTES],
  );
  return rows;
}

const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** What a file is called in the copy; names that somebody gave it are not kept. */
export function fileName({ id, media_type }: CopiedMaterial): string {
  return `${id}.${ENDINGS[media_type]}`;
}

/** The list of the copied files; what had no room is named. */
export function materialList(lang: Locale, materials: readonly CopiedMaterial[]): Html {
  const i18n = speakerFor(lang);
  const languages = new Intl.DisplayNames(lang, { type: 'language' });
  return html`<ul class="cards">${materials.map((one) => {
    const title = worded(lang, one.title);
    return html`<li class="card"><h2>${one.bytes === null ? title : html`<a href="../materials/${fileName(one)}">${title}</a>`}</h2>
${one.session === null ? null : html`<p>${worded(lang, one.session)}</p>`}
<p class="soft">${languages.of(one.language)} · ${ENDINGS[one.media_type].toUpperCase()} · ${i18n._('{size} kB', { size: Math.ceil(one.size / 1024) })}${one.bytes === null ? html` · ${i18n._('too large for this copy')}` : null}</p></li>`;
  })}</ul>`;
}
