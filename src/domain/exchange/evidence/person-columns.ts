import { type Column, isGeography } from './column.ts';
import type { Finding, FindingCode } from './finding.ts';
import { type HxlTable, letter, writeTag } from './hxl.ts';
import { hidesSomething, visible } from './invisible.ts';
import { dayIn, hasShapeOfName, isPersonName, PERSON_CELLS } from './person-cells.ts';
import { PERSON_HEADERS, PERSON_TAGS } from './person-words.ts';

interface Cell {
  readonly line: number;
  readonly text: string;
}

/** Names of these stand in columns of their own hashtag, and are no people. */
const NAMED_THINGS =
  /^#(?:country|adm[1-5]|loc|region|org|sector|subsector|activity|indicator|service|output|currency|date|status|group|crisis|cause|event|item|modality|severity|impact)$/;

/** What makes a column one about single people, or one that a reader of the table does not see. */
export function personFindings(table: HxlTable, columns: readonly Column[]): Finding[] {
  return columns.flatMap((column) => {
    const cells = cellsOf(table, column);
    return [
      ...unseen(table, column, cells),
      ...byHeader(column, cells),
      ...byCells(column, cells),
      ...byNames(column, cells),
      ...byDays(column, cells),
    ].filter(isFirstOfItsCode);
  });
}

/** A finding at a column, from its first cell of that kind. */
export function at(code: FindingCode, column: Column, cells: readonly { line: number }[]): Finding {
  const { position, label } = column;
  const row = cells[0]?.line ?? null;
  return { code, column: letter(position), label: label.slice(0, 80), row, cells: cells.length };
}

function cellsOf(table: HxlTable, { position }: Column): Cell[] {
  return table.rows
    .map(({ line, cells }) => ({ line, text: visible(cells[position] ?? '') }))
    .filter(({ text }) => text !== '');
}

/** Without a hashtag nobody can say what a column is, and programs that read HXL pass over it. */
function unseen(table: HxlTable, column: Column, cells: readonly Cell[]): Finding[] {
  const found: Finding[] = [];
  const raw = table.rows
    .map(({ line, cells: all }) => ({ line, text: all[column.position] ?? '' }))
    .filter(({ text }) => hidesSomething(text));
  if (raw.length > 0 || hidesSomething(column.header)) {
    found.push(at('invisible_characters', column, raw));
  }
  if (column.tag !== null) return found;
  if (column.beyond) found.push(at('column_beyond_header', column, cells));
  else if (visible(column.header) === '') found.push(at('column_without_header', column, cells));
  else found.push(at('column_without_hashtag', column, cells));
  return found;
}

function byHeader(column: Column, cells: readonly Cell[]): Finding[] {
  // "Passports issued", "Phone calls" above numbers of people are what this exchange is for.
  if (column.role === 'count' && column.tag !== null) return [];
  const named = column.tag !== null && NAMED_THINGS.test(column.tag.tag);
  const header = visible(column.header).replaceAll('_', ' ');
  const tag = column.tag === null ? '' : writeTag(column.tag);
  const codes = [
    ...PERSON_TAGS.filter(([, pattern]) => pattern.test(tag)),
    ...PERSON_HEADERS.filter(([code, pattern]) => {
      if (code === 'names_of_people' && named) return false;
      return pattern.test(header);
    }),
  ].map(([code]) => code);
  return codes.map((code) => at(code, column, cells));
}

function byCells(column: Column, cells: readonly Cell[]): Finding[] {
  const found = PERSON_CELLS.map(([code, pattern]) => {
    if (code === 'document_numbers' && isPlaceCode(column, cells)) return { code, hits: [] };
    return { code, hits: cells.filter(({ text }) => pattern.test(text)) };
  }).filter(({ hits }) => hits.length > 0);
  const degrees = cells.filter(({ text }) => /^-?\d{1,3}\.\d{4,}$/.test(text));
  if (degrees.length > 1 && degrees.length * 2 > cells.length && column.role !== 'share') {
    found.push({ code: 'coordinates', hits: degrees });
  }
  return found.map(({ code, hits }) => at(code, column, hits));
}

/** Codes of places begin with the same letters of their country; a passport's series does not say so. */
function isPlaceCode(column: Column, cells: readonly Cell[]): boolean {
  if (!isGeography(column) || !column.tag?.attributes.includes('code')) return false;
  return new Set(cells.map(({ text }) => text.slice(0, 2))).size === 1 && cells.length > 1;
}

function byNames(column: Column, cells: readonly Cell[]): Finding[] {
  if (column.role === 'count' || cells.length === 0) return [];
  const named = column.tag !== null && NAMED_THINGS.test(column.tag.tag);
  const people = cells.filter(({ text }) => isPersonName(text));
  const distinct = new Set(people.map(({ text }) => text)).size;
  const part = people.length / cells.length;
  // One place may be called like a person; a column of places is not, nor one of several words each.
  if (named ? part >= 0.5 && distinct > 2 : part >= 0.2 && distinct > 0) {
    return [at('names_of_people', column, people)];
  }
  const shaped = cells.filter(({ text }) => hasShapeOfName(text));
  const differ = new Set(shaped.map(({ text }) => text)).size;
  if (named || shaped.length < 5 || differ * 5 < cells.length * 4) return [];
  return [at(column.tag === null ? 'names_of_people' : 'looks_like_names', column, shaped)];
}

/** Many different days over many years are days of birth, whatever stands above them. */
function byDays(column: Column, cells: readonly Cell[]): Finding[] {
  const days = cells.flatMap((cell) => {
    const day = dayIn(cell.text);
    return day === null ? [] : [{ ...cell, ...day }];
  });
  const years = new Set(days.map(({ year }) => year)).size;
  const distinct = new Set(days.map(({ text }) => text)).size;
  const within = days.filter(({ day }) => day > 1 && day < 28).length;
  const many = days.length >= 4 && days.length * 2 > cells.length;
  const spread = years >= 4 && distinct * 5 >= days.length * 4 && within * 2 > days.length;
  return many && spread ? [at('dates_of_birth', column, days)] : [];
}

function isFirstOfItsCode(finding: Finding, index: number, all: readonly Finding[]): boolean {
  return all.findIndex(({ code }) => code === finding.code) === index;
}
