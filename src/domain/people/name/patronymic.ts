/**
 * Words and endings that say "son of" or "daughter of", in folded form (`latin.ts`: o is a, y is i,
 * q is k). With them gone "Karimovich", "Karim oʻgʻli", "Karim uulu", "Karimzoda" and "Karim" agree.
 */

/** As a word of its own. */
const MARKERS: ReadonlySet<string> = new Set([
  ...['ugli', 'agli', 'aglu', 'uglu', 'ugla', 'ulu', 'uli'],
  ...['kizi', 'gizi', 'kizii'],
  ...['zada', 'zade', 'zad', 'pur'],
  ...['bin', 'ibn', 'bint', 'binti', 'binte', 'bn', 'abn', 'bnt'],
  ...['pisari', 'duhtari', 'valadi'],
]);

/** The article, in the spellings that stand alone. */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'ul', 'ud', 'ad', 'ur']);

/** Written together with the father's name. Guli and quli (Imomquli) end names of another kind. */
const ENDING =
  /(?:(?<=...)(?:avich|evich|avna|evna|ugli|agli|aglu|uglu|kizi|gizi|zad[aeh]h?|(?<![kg])ul[iu])|(?<=....)pur)$/;

/**
 * Endings of respect or affection, which one office writes and the next leaves out: Dilnoza and
 * Dilnozaxon, Aziz, Azizbek and Azizjon.
 */
const HONORIFIC = /(?<=.{4})(?:han|jan|bek|beg|bai|bibi|begim)$/;

/** Given names that only look like "son of": Shahzoda, Khanzoda. */
const WHOLE = /^(?:sha|shah|han|hana|mir|mirza|amir|beg|bek)zad[ae]$/;

/** True for a word that says nothing by itself; `next` is the word after it, `''` at the end. */
export function isMarker(folded: string, next: string): boolean {
  if (MARKERS.has(folded) || ARTICLES.has(folded)) return true;
  // The article before a sun letter: ar-Rahman, ash-Sham.
  return next !== '' && /^a(?:sh|th|[rsnzdt])$/.test(folded) && next.startsWith(folded.slice(1));
}

/** The father's name out of a patronymic; any other word unchanged. */
export function withoutEnding(folded: string): string {
  if (folded.length < 6 || WHOLE.test(folded)) return folded;
  return folded.replace(ENDING, '');
}

/** The name without an ending of respect; the word itself where it has none. */
export function withoutHonorific(folded: string): string {
  return folded.replace(HONORIFIC, '');
}
