const WIDTH = 48;
const ROWS = 3;
const cells = new Float64Array(WIDTH * ROWS);

const VOWELS = new Set('aeiou');
/** Pairs of sounds that writers of the region exchange; each costs half an edit. */
const NEAR = new Set(
  'bp pb dt td gk kg vf fv sz zs kh hk jz zj gh hg bv vb sx xs qx xq'.split(' '),
);

/**
 * How alike two folded words are, 0 to 1: 1 less the cheapest edits over the longer length. A vowel for
 * a vowel costs .35, a vowel or h too many .5, near sounds and a swap of neighbours .6, any other edit 1.
 * Words longer than 47 letters are compared by their first 47.
 */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const a = left.slice(0, WIDTH - 1);
  const b = right.slice(0, WIDTH - 1);
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 0;
  return Math.max(0, 1 - cost(a, b) / longer);
}

function cost(a: string, b: string): number {
  cells[0] = 0;
  for (let at = 1; at <= b.length; at += 1) {
    cells[at] = cell(0, at - 1) + loss(b[at - 1] ?? '');
  }
  for (let down = 1; down <= a.length; down += 1) {
    const row = (down % ROWS) * WIDTH;
    const above = ((down + 2) % ROWS) * WIDTH;
    const twoAbove = ((down + 1) % ROWS) * WIDTH;
    const letter = a[down - 1] ?? '';
    cells[row] = cell(above, 0) + loss(letter);
    for (let at = 1; at <= b.length; at += 1) {
      const other = b[at - 1] ?? '';
      let best = cell(above, at - 1) + exchange(letter, other);
      best = Math.min(best, cell(above, at) + loss(letter), cell(row, at - 1) + loss(other));
      const swapped =
        down > 1 && at > 1 && letter === b[at - 2] && other === a[down - 2] && letter !== other;
      if (swapped) best = Math.min(best, cell(twoAbove, at - 2) + 0.6);
      cells[row + at] = best;
    }
  }
  return cell((a.length % ROWS) * WIDTH, b.length);
}

function cell(row: number, at: number): number {
  return cells[row + at] ?? 0;
}

function loss(letter: string): number {
  return VOWELS.has(letter) || letter === 'h' ? 0.5 : 1;
}

function exchange(letter: string, other: string): number {
  if (letter === other) return 0;
  if (VOWELS.has(letter) && VOWELS.has(other)) return 0.35;
  return NEAR.has(letter + other) ? 0.6 : 1;
}
