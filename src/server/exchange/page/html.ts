/** Markup that may stand in a page as it is. Only `html` makes it: text of people never is one. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/**
 * A page's markup as a template: whatever is put in is escaped, for text and for attributes in quotes
 * alike, unless it is markup that `html` made itself. Lists are joined; null, undefined and false are
 * nothing.
 */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(parts.reduce((made, part, at) => made + markupOf(pieces[at - 1]) + part));
}

function markupOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.markup;
  if (Array.isArray(piece)) return piece.map(markupOf).join('');
  return escaped(String(piece));
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

/** Text as it may stand between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/**
 * Lines of a text as paragraphs: an empty line parts them, a single break stays a break. What `instead`
 * makes of a paragraph stands in its place.
 */
export function paragraphs(text: string, instead?: (part: string) => Html | null): Html {
  const found = parts(text);
  const lines = (part: string) =>
    part.split('\n').map((line, at) => (at === 0 ? line : html`<br>${line}`));
  return html`${found.map((part) => instead?.(part) ?? html`<p>${lines(part)}</p>`)}`;
}

/** The paragraphs of a text as they were typed: an empty line parts them. */
export function parts(text: string): string[] {
  return text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
}
