import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];
/** Whether a point is in the shape; x and y from 0 to 1. */
interface Shape {
  readonly colour: Colour;
  in(x: number, y: number): boolean;
}

export const disc = (
  colour: Colour,
  cx: number,
  cy: number,
  radius: number,
  stretch = 1,
): Shape => ({
  colour,
  in: (x, y) => ((x - cx) / stretch) ** 2 + (y - cy) ** 2 < radius ** 2,
});
export const bar = (
  colour: Colour,
  from: number,
  to: number,
  top: number,
  foot: number,
): Shape => ({
  colour,
  in: (x, y) => x > from && x < to && y > top && y < foot,
});

/** A PNG of plain shapes, the last one on top: in the demo no picture shows a person. */
export function drawn(width: number, height: number, ground: Colour, shapes: readonly Shape[]) {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [(column + 0.5) / width, (row + 0.5) / height];
      const top = shapes.findLast((shape) => shape.in(x, y))?.colour ?? ground;
      rows.set(top, row * (1 + width * 3) + 1 + column * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits for each of red, green and blue.
  head.set([8, 2, 0, 0, 0], 8);
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pieces = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND')];
  return Buffer.concat([begin, ...pieces]);
}

function chunk(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
