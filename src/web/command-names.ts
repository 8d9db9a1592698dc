import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/**
 * What each kind of command is called in the list of what is not yet sent. Each noun adds its own
 * lines; a kind without one is called an entry.
 */
export const COMMAND_NAMES: Readonly<Record<string, MessageDescriptor>> = {};

const OTHER = msg`Entry`;

export function commandName(kind: string): MessageDescriptor {
  return COMMAND_NAMES[kind] ?? OTHER;
}
