import { latestLook } from '#domain/exchange/publication/look.ts';
import type { SubjectKind } from '#domain/exchange/publication/publication.ts';
import { useAsk } from '../../ask.ts';

/** What the desk said last of one thing. */
export function useLook(kind: SubjectKind, id: string) {
  const asked = useAsk(
    ['exchange', 'look', kind, id],
    `/api/exchange/looks/${kind}/${id}`,
    latestLook,
  );
  return asked.value?.look;
}
