import type pg from 'pg';
import type { MaterialLine } from '#domain/exchange/material/material.ts';

interface MaterialRow extends Omit<MaterialLine, 'created_at' | 'withdrawn_at' | 'state'> {
  readonly created_at: Date;
  readonly withdrawn_at: Date | null;
  readonly state: MaterialLine['state'] | null;
}

const SELECT = `select m.id, m.session_id, m.title, s.title as session, m.language, m.access, f.media_type,
    f.size, m.created_at, coalesce(m.created_by = exchange.me(), false) as own, m.version, m.withdrawn_at,
    coalesce((select p.state from exchange.publication p where p.subject_kind = 'material'
        and p.subject_id = m.id order by p.asked_at desc, p.id desc limit 1),
      case when exchange.public_version('material', m.id) is null then 'draft' else 'published' end) as state
  from exchange.material m join exchange.file f on f.id = m.file_id
  left join exchange.session s on s.id = m.session_id`;

/** The materials of an edition that whoever acts may read; the policy leaves no other. */
export async function materialsOf(
  client: pg.PoolClient,
  edition: string,
  after: number,
): Promise<{ materials: MaterialLine[]; more: boolean }> {
  const { rows } = await client.query<MaterialRow>(
    `${SELECT} where m.edition_id = $1 order by s.starts_at nulls first, m.created_at, m.id
     limit 51 offset $2`,
    [edition, after],
  );
  return { materials: rows.slice(0, 50).map(lineOf), more: rows.length > 50 };
}

export async function materialById(
  client: pg.PoolClient,
  id: string,
): Promise<MaterialLine | null> {
  const { rows } = await client.query<MaterialRow>(`${SELECT} where m.id = $1`, [id]);
  return rows[0] === undefined ? null : lineOf(rows[0]);
}

function lineOf(row: MaterialRow): MaterialLine {
  return {
    ...row,
    created_at: row.created_at.toISOString(),
    withdrawn_at: row.withdrawn_at?.toISOString() ?? null,
    state: row.state ?? 'draft',
  };
}
