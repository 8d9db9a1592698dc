import { expect, it } from 'vitest';
import { may, rightRows, VERBS } from './rights.ts';
import { COMPARTMENTS, ROLES } from './role.ts';

it('the whole table of rights, as it is printed for readers', () => {
  const table = ROLES.map((role) => {
    const cells = COMPARTMENTS.map((compartment) => {
      const verbs = VERBS.filter((verb) => may(role, verb, compartment));
      return verbs.length === 0 ? '' : `${compartment}: ${verbs.join(' ')}`;
    });
    return `${role} | ${cells.filter((cell) => cell !== '').join(' | ') || '–'}`;
  });
  expect(table.join('\n')).toMatchSnapshot();
  expect(new Set(rightRows().map((row) => JSON.stringify(row))).size).toBe(rightRows().length);
});

it('no role for police or security services, and none for a neighbourhood body', () => {
  const names = ROLES.join(' ');
  expect(names).not.toMatch(/police|security|prosecut|intelligence|court|mahalla|neighbourhood/);
});

it('who configures, administers, watches over the log or hears complaints has no right in any file', () => {
  const roles = ['coordinator', 'administrator', 'data_protection_officer'] as const;
  for (const role of [...roles, 'complaints_officer']) {
    expect(rightRows().filter((row) => row.role === role)).toEqual([]);
  }
});
