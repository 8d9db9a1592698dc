/**
 * The lot of one entrant: a number of 53 bits from the recorded seed and the entrant's own number alone, so
 * that nobody's lot changes because somebody else joins, leaves or stands elsewhere in the list. The smaller
 * is drawn first. No secret: whoever knows the seed can draw again and must get the same.
 */
export function lotOf(seed: string, entrant: string): number {
  const text = `${seed.length}:${seed}${entrant}`;
  let one = 0x9e3779b9;
  let other = 0x85ebca6b;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x85ebca77);
    other = Math.imul(other ^ unit, 0xc2b2ae3d);
    // Each half is stirred by the other, so that numbers which differ in the last digit only part at once.
    one ^= other >>> 15;
    other ^= one >>> 13;
  }
  return (stirred(one ^ (other >>> 16)) >>> 11) * 2 ** 32 + (stirred(other ^ (one << 1)) >>> 0);
}

/** The last mixing of MurmurHash3: every bit of the input moves every bit of the output. */
function stirred(bits: number): number {
  let mixed = bits;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
