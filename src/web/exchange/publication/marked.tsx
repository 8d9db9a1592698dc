import type { PersonFinding } from '#domain/person-check.ts';

interface MarkedProps {
  readonly text: string;
  readonly lang: string;
  readonly findings: readonly PersonFinding[];
}

/** A text with what the check found in it marked where it stands. */
export function Marked({ text, lang, findings }: MarkedProps) {
  const ordered = [...findings].sort((a, b) => a.from - b.from);
  const parts: { at: number; words: string; found: boolean }[] = [];
  let done = 0;
  for (const { from, to } of ordered) {
    if (from < done) continue;
    parts.push({ at: done, words: text.slice(done, from), found: false });
    parts.push({ at: from, words: text.slice(from, to), found: true });
    done = to;
  }
  parts.push({ at: done, words: text.slice(done), found: false });
  return (
    <p lang={lang} dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
      {parts.map(({ at, words, found }) =>
        found ? <mark key={`${at}m`}>{words}</mark> : <span key={at}>{words}</span>,
      )}
    </p>
  );
}
