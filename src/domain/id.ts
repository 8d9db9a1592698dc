import { z } from 'zod';

/** A UUIDv7 in lower-case hex, made where the thing it names is first said (device, server or import). */
export const id = z.uuidv7().toLowerCase();
export type Id = z.infer<typeof id>;

/**
 * The id of the fact at `index` of a command's answer, so that a device and the server agree on it
 * without talking: the command's id with its last 16 bits moved on by `index + 1`.
 */
export function factId(commandId: Id, index: number): Id {
  const tail = (Number.parseInt(commandId.slice(-4), 16) + index + 1) % 0x10000;
  return commandId.slice(0, -4) + tail.toString(16).padStart(4, '0');
}
