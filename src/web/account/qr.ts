/**
 * A QR code (ISO/IEC 18004) of a short text: byte mode, error correction M, versions 1 to 10 (213 bytes).
 * Own code because it is the only place that needs one, and a secret goes through no foreign library.
 */
const TOTAL = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346] as const;
const CHECK = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26] as const;
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5] as const;
const ALIGNMENT: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

type Grid = boolean[][];

/** Rows of modules, true = dark, without the quiet zone; undefined where the text is too long. */
export function qrCode(text: string): readonly (readonly boolean[])[] | undefined {
  const bytes = [...new TextEncoder().encode(text)];
  const version = TOTAL.findIndex((_, index) => bytes.length + headBytes(index) <= room(index)) + 1;
  if (version === 0) return undefined;
  const codewords = interleaved(dataCodewords(bytes, version), version);
  const best = [0, 1, 2, 3, 4, 5, 6, 7]
    .map((mask) => drawn(codewords, version, mask))
    .map((grid) => ({ grid, cost: penalty(grid) }))
    .reduce((one, other) => (other.cost < one.cost ? other : one));
  return best.grid;
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? 0;
}

function room(index: number): number {
  return at(TOTAL, index) - at(CHECK, index) * at(BLOCKS, index);
}

/** Mode and length take 12 bits up to version 9, 20 bits from version 10: rounded up to bytes. */
function headBytes(index: number): number {
  return index < 9 ? 2 : 3;
}

function dataCodewords(bytes: readonly number[], version: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  const capacity = room(version - 1) * 8;
  push(0, Math.min(4, capacity - bits.length));
  while (bits.length % 8 !== 0) bits.push(0);
  const words: number[] = [];
  for (let i = 0; i < bits.length; i += 8) {
    words.push(bits.slice(i, i + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  }
  for (let pad = 0; words.length < capacity / 8; pad += 1) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

/** Splits into blocks, adds Reed–Solomon check words, and deals all out one by one. */
function interleaved(data: readonly number[], version: number): number[] {
  const blocks = at(BLOCKS, version - 1);
  const check = at(CHECK, version - 1);
  const short = Math.floor(data.length / blocks);
  const long = data.length % blocks;
  const parts: number[][] = [];
  for (let i = 0, from = 0; i < blocks; i += 1) {
    const length = short + (i < blocks - long ? 0 : 1);
    parts.push(data.slice(from, from + length));
    from += length;
  }
  const generator = generatorOf(check);
  const checks = parts.map((part) => remainder(part, generator));
  const words: number[] = [];
  for (let i = 0; i <= short; i += 1) {
    for (const part of parts) if (i < part.length) words.push(at(part, i));
  }
  for (let i = 0; i < check; i += 1) for (const part of checks) words.push(at(part, i));
  return words;
}

/** Product in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((other >>> bit) & 1) * one;
  }
  return product;
}

function generatorOf(degree: number): number[] {
  let result = [...Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let i = 0; i < degree; i += 1) {
    result = result.map((word, j) => times(word, root) ^ at(result, j + 1));
    root = times(root, 2);
  }
  return result;
}

function remainder(data: readonly number[], generator: readonly number[]): number[] {
  let result = generator.map(() => 0);
  for (const word of data) {
    const factor = word ^ at(result, 0);
    const moved = [...result.slice(1), 0];
    result = moved.map((one, i) => one ^ times(at(generator, i), factor));
  }
  return result;
}

function drawn(codewords: readonly number[], version: number, mask: number): Grid {
  const size = version * 4 + 17;
  const grid: Grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const fixed: Grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const set = (x: number, y: number, dark: boolean) => {
    const [row, mark] = [grid[y], fixed[y]];
    if (row === undefined || mark === undefined || x < 0 || x >= size) return;
    row[x] = dark;
    mark[x] = true;
  };
  drawFixed(set, version, size, mask);
  drawData(grid, fixed, codewords, size, mask);
  return grid;
}

type Set = (x: number, y: number, dark: boolean) => void;

function drawFixed(set: Set, version: number, size: number, mask: number): void {
  for (let i = 0; i < size; i += 1) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const places = at2(ALIGNMENT, version - 1);
  const last = places.length - 1;
  for (const [i, x] of places.entries()) {
    for (const [j, y] of places.entries()) {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) continue;
      square(set, x, y, 2, (ring) => ring !== 1);
    }
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    square(set, x, y, 4, (ring) => ring !== 2 && ring !== 4);
  }
  // Error correction M is 0 in the format word.
  const format = (withCheck(mask, 10, 0x537) ^ 0x5412) >>> 0;
  const bit = (index: number) => ((format >>> index) & 1) === 1;
  for (let i = 0; i <= 5; i += 1) set(8, i, bit(i));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let i = 9; i < 15; i += 1) set(14 - i, 8, bit(i));
  for (let i = 0; i < 8; i += 1) set(size - 1 - i, 8, bit(i));
  for (let i = 8; i < 15; i += 1) set(8, size - 15 + i, bit(i));
  set(8, size - 8, true);
  if (version < 7) return;
  const word = withCheck(version, 12, 0x1f25);
  for (let i = 0; i < 18; i += 1) {
    const dark = ((word >>> i) & 1) === 1;
    const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)];
    set(far, near, dark);
    set(near, far, dark);
  }
}

function at2(list: readonly (readonly number[])[], index: number): readonly number[] {
  return list[index] ?? [];
}

function square(set: Set, x: number, y: number, reach: number, dark: (ring: number) => boolean) {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      set(x + dx, y + dy, dark(ring));
    }
  }
}

function withCheck(value: number, length: number, divisor: number): number {
  let rest = value;
  for (let i = 0; i < length; i += 1) rest = (rest << 1) ^ ((rest >>> (length - 1)) * divisor);
  return (value << length) | rest;
}

function drawData(
  grid: Grid,
  fixed: Grid,
  codewords: readonly number[],
  size: number,
  mask: number,
): void {
  let index = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    const column = right <= 6 ? right - 1 : right;
    for (let step = 0; step < size; step += 1) {
      const upward = ((column + 1) & 2) === 0;
      const y = upward ? size - 1 - step : step;
      for (const x of [column, column - 1]) {
        const row = grid[y];
        if (row === undefined || fixed[y]?.[x] === true) continue;
        const word = at(codewords, index >>> 3);
        const dark = index < codewords.length * 8 && ((word >>> (7 - (index & 7))) & 1) === 1;
        row[x] = dark !== masked(mask, x, y);
        index += 1;
      }
    }
  }
}

function masked(mask: number, x: number, y: number): boolean {
  const rules = [
    (x + y) % 2,
    y % 2,
    x % 3,
    (x + y) % 3,
    (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    ((x * y) % 2) + ((x * y) % 3),
    (((x * y) % 2) + ((x * y) % 3)) % 2,
    (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];
  return rules[mask] === 0;
}

/** Long runs and full squares are hard to read: the mask with the fewest wins. */
function penalty(grid: Grid): number {
  const size = grid.length;
  const dark = (x: number, y: number) => grid[y]?.[x] === true;
  let cost = 0;
  for (let i = 0; i < size; i += 1) {
    for (const cell of [(j: number) => dark(j, i), (j: number) => dark(i, j)]) {
      for (let j = 1, run = 1; j < size; j += 1) {
        run = cell(j) === cell(j - 1) ? run + 1 : 1;
        cost += run === 5 ? 3 : run > 5 ? 1 : 0;
      }
    }
  }
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      const same = [dark(x - 1, y), dark(x, y - 1), dark(x - 1, y - 1)];
      if (same.every((one) => one === dark(x, y))) cost += 3;
    }
  }
  return cost;
}
