import type { Publishable } from '../publication/publishable.ts';

/** A picture goes out by its publication alone: the policy of its table asks for it. */
export const PICTURE_PUBLISHING: Publishable = {
  kind: 'picture',
  published: async () => {},
  takenDown: async () => {},
};
