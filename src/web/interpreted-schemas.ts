import { z } from 'zod';

// Schemas are run, never compiled to code: the content security policy forbids it. Imported first of
// all, because the first schema that is made already tries.
z.config({ jitless: true });
