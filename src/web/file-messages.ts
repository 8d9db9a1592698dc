import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Problem } from '#domain/problem.ts';

const HEAVY = msg`This workbook is too large to be read. Please save its sheet as CSV, or send it in parts.`;

/** By what the problem says beside its code: the limit that was passed, where reading ended, what kind of file it is. */
export const FILE_MESSAGES = {
  too_large: {
    limit_columns: msg`This file has more than {limit_columns} columns. Please take out those that are not needed.`,
    limit_rows: msg`This file has more than {limit_rows} rows. Please send it in parts.`,
    limit_bytes: HEAVY,
    limit_unpacked_bytes: HEAVY,
    limit_seconds: HEAVY,
  },
  file_unreadable: {
    row: msg`From row {row} on this file cannot be read: a quotation mark is not closed, or stands in the middle of a cell.`,
    workbook_too_complex: HEAVY,
  },
  unsupported_media: {
    xls: msg`This is a workbook of the old kind (.xls). Please save it as .xlsx or CSV.`,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, MessageDescriptor>>>>;

/** What is wrong with a file, where more is known than that it cannot be taken. */
export function fileMessage({ code, details = {} }: Problem): MessageDescriptor | undefined {
  const known: Readonly<Record<string, MessageDescriptor>> | undefined = Object.entries(
    FILE_MESSAGES,
  ).find(([one]) => one === code)?.[1];
  if (known === undefined) return undefined;
  const said = [...Object.keys(details), details.reason, details.format];
  return said.flatMap((one) => known[String(one)] ?? [])[0];
}
