/** Languages that are offered to look for. */
export const LANGUAGES = ['uz', 'ru', 'kaa', 'tg', 'kk', 'ky', 'en', 'ar', 'fa', 'tr', 'ku'];

/** What is looked for as the end of an address; what is not said is not asked. */
export function questionAddress(asked: Readonly<Record<string, string | boolean>>): string {
  const said = Object.entries(asked).flatMap(([key, value]) =>
    value === false || value === '' || (typeof value === 'string' && value.trim() === '')
      ? []
      : [[key, String(value).trim()]],
  );
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}
