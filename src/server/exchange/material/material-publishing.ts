import type { Publishable } from '../publication/publishable.ts';

/** A material goes out by its publication alone: the policy of its table asks for it. */
export const MATERIAL_PUBLISHING: Publishable = {
  kind: 'material',
  published: async () => {},
  takenDown: async () => {},
};
