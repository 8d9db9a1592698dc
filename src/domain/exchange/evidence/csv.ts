/**
 * Rows as CSV, each cell in quotes. A text that a spreadsheet would take for a formula gets an apostrophe;
 * a number may begin with a sign.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const formula = /^[=@\t\r]|^[+-](?![\d.,]+\s?%?$|$)/.test(text);
  return `"${(formula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
