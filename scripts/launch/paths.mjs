import { fileURLToPath } from 'node:url';

/** The folder with package.json. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
