/**
 * A text as it is searched in: small letters, no marks, no apostrophes, words parted by single spaces. So
 * `Oʻzbek`, `o'zbek` and `OZBEK` are one, and `ё` is `е`.
 */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036fʻʼ'’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words that somebody looks for, at most eight. */
export function searchWords(query: string): string[] {
  return folded(query)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8);
}
