/** The tag in which somebody writes whose screen speaks this language. */
export function writingLanguage(locale: string): string {
  if (locale === 'uz') return 'uz-Latn';
  return locale === 'ru' ? 'ru' : 'en';
}
