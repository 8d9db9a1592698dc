import type { Drawn, DrawnChart } from '#domain/exchange/evidence/chart.ts';

/** Words of a picture, in the language of the page that shows it. */
export interface ChartWords {
  readonly title: string;
  /** The picture in a sentence or two, for who does not see it. */
  readonly description: string;
  readonly notShown: string;
  readonly lang: string;
}

/** Narrow enough that its words can still be read on a phone. */
const WIDTH = 540;
/** Told apart also where colours are not: by lightness and, in lines, by dashes and marks. */
const COLOURS = ['#1f5f5b', '#c8742c', '#5b4b8a', '#7a9b3f', '#a63d57', '#4d7fb3'];
const DASHES = ['', '7 4', '2 4', '10 3 2 3', '4 2', '12 5'];

/** The picture as SVG, drawn on the server: it needs no script and can stand in any page. */
export function chartSvg(chart: DrawnChart, words: ChartWords): string {
  const drawing = chart.kind === 'bars' ? bars(chart, words) : lines(chart, words);
  const height = drawing.height + 46;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="t d" lang="${escaped(words.lang)}" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" font-size="14">
<title id="t">${escaped(words.title)}</title>
<desc id="d">${escaped(words.description)}</desc>
<defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><path d="M0 0V6" stroke="#767676" stroke-width="2"/></pattern></defs>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${legend(chart)}
<g transform="translate(0 40)">${drawing.svg}</g>
</svg>
`;
}

interface Drawing {
  readonly svg: string;
  readonly height: number;
}

function bars({ labels, series }: DrawnChart, words: ChartWords): Drawing {
  const left = 150;
  const right = 96;
  const thick = series.length === 1 ? 20 : 14;
  const band = thick * series.length + 10;
  const scale = scaleOf(series.flatMap(({ values }) => values));
  const width = (value: number) => (value / scale.top) * (WIDTH - left - right);
  const number = new Intl.NumberFormat(words.lang);
  const rows = labels.map((label, index) => {
    const top = index * band;
    const drawn = series.map(({ values }, place) => {
      const y = top + place * thick;
      return bar(values[index], {
        y,
        left,
        thick: thick - 2,
        colour: colour(place),
        number,
        width,
        words,
      });
    });
    const name = `<text x="${left - 8}" y="${top + (band - 10) / 2 + 4}" text-anchor="end">${escaped(short(label, 19))}</text>`;
    return name + drawn.join('');
  });
  const height = labels.length * band;
  const axis = `<path d="M${left} -4V${height - 4}" stroke="#444"/>`;
  return { svg: rows.join('') + axis, height };
}

interface Bar {
  readonly y: number;
  readonly left: number;
  readonly thick: number;
  readonly colour: string;
  readonly number: Intl.NumberFormat;
  readonly width: (value: number) => number;
  readonly words: ChartWords;
}

function bar(value: Drawn, { y, left, thick, colour: fill, number, width, words }: Bar): string {
  const text = (x: number, what: string) =>
    `<text x="${round(x)}" y="${y + thick - 3}" fill="#333" font-size="12">${escaped(what)}</text>`;
  if (value === undefined) return text(left + 6, '–');
  if (value === null) {
    return `<rect x="${left}" y="${y}" width="26" height="${thick}" fill="url(#h)" stroke="#767676"/>${text(left + 32, words.notShown)}`;
  }
  const long = round(Math.max(0, width(value)));
  return `<rect x="${left}" y="${y}" width="${long}" height="${thick}" fill="${fill}"/>${text(left + long + 6, number.format(value))}`;
}

function lines({ labels, series }: DrawnChart, words: ChartWords): Drawing {
  const [left, right, height] = [84, 24, 260];
  const scale = scaleOf(series.flatMap(({ values }) => values));
  const number = new Intl.NumberFormat(words.lang);
  const step = (WIDTH - left - right) / Math.max(1, labels.length - 1);
  const x = (index: number) => round(left + index * step);
  const y = (value: number) => round(height - (value / scale.top) * height);
  const grid = scale.ticks.map(
    (tick) =>
      `<path d="M${left} ${y(tick)}H${WIDTH - right}" stroke="#ddd"/><text x="${left - 8}" y="${y(tick) + 4}" text-anchor="end" fill="#444" font-size="12">${escaped(number.format(tick))}</text>`,
  );
  // As many labels as fit beside each other.
  const every = Math.ceil(labels.length / 9);
  const names = labels.map((label, index) =>
    index % every === 0
      ? `<text x="${x(index)}" y="${height + 20}" text-anchor="middle" fill="#444" font-size="12">${escaped(short(label, 9))}</text>`
      : '',
  );
  const drawn = series.map(({ values }, place) => {
    const marks = values.map((value, index) =>
      mark(value, x(index), typeof value === 'number' ? y(value) : height, colour(place)),
    );
    const dash = DASHES[place % DASHES.length] ?? '';
    return `<path d="${pathOf(values, x, y)}" fill="none" stroke="${colour(place)}" stroke-width="2.5"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>${marks.join('')}`;
  });
  return { svg: grid.join('') + names.join('') + drawn.join(''), height: height + 30 };
}

function mark(value: Drawn, x: number, y: number, fill: string): string {
  if (value === undefined) return '';
  if (value !== null) return `<circle cx="${x}" cy="${y}" r="3.5" fill="${fill}"/>`;
  return `<rect x="${x - 5}" y="${y - 14}" width="10" height="14" fill="url(#h)" stroke="#767676"/>`;
}

/** A line from number to number; it breaks where one is kept back or not known. */
function pathOf(
  values: readonly Drawn[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let down = false;
  const path = values.map((value, index) => {
    if (typeof value !== 'number') {
      down = false;
      return '';
    }
    const to = `${down ? 'L' : 'M'}${x(index)} ${y(value)}`;
    down = true;
    return to;
  });
  return path.join('');
}

function legend({ series, value }: DrawnChart): string {
  const names = series.length === 1 ? [value] : series.map(({ name }) => name);
  let at = 8;
  return names
    .map((name, place) => {
      const text = short(name, Math.floor(60 / names.length));
      const swatch = `<rect x="${at}" y="10" width="14" height="14" fill="${colour(place)}"/><text x="${at + 20}" y="22">${escaped(text)}</text>`;
      at += 36 + text.length * 7.8;
      return swatch;
    })
    .join('');
}

/** From zero to a round number above the largest, with four or five lines. */
function scaleOf(values: readonly Drawn[]): { top: number; ticks: number[] } {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one * 5 >= most) ?? most;
  const count = Math.ceil(most / step);
  return { top: count * step, ticks: [...Array(count + 1).keys()].map((index) => index * step) };
}

function colour(place: number): string {
  return COLOURS[place % COLOURS.length] ?? '#444';
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function short(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
