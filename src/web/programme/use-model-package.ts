import { useQueryClient } from '@tanstack/react-query';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import {
  type ExportModel,
  type OpenedPackage,
  openedPackage,
  type PartOrigin,
  packageList,
  partOrigins,
} from '#domain/programme/adoption.ts';
import { draftReply } from '#domain/programme/model-draft.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';

const PACKAGES = '/api/model/packages';
const KEY = ['model packages'];
const ORIGINS = ['model draft', 'origins'];
const brought = z.object({ hash: z.string() });
const made = z.object({ file: z.string(), name: z.string(), hash: z.string() });
export type MadePackage = z.infer<typeof made>;

export function useModelPackages() {
  return useAsk(KEY, PACKAGES, packageList);
}

export function useModelPackage(hash: string) {
  return useAsk([...KEY, hash], `${PACKAGES}/${hash}`, openedPackage);
}

/** Where parts of the open draft, or of the version in force, come from; none while it is not known. */
export function usePartOrigins(): readonly PartOrigin[] {
  return useAsk(ORIGINS, '/api/model/origins', partOrigins).value?.origins ?? [];
}

type Sent<T> =
  | { readonly value: T; readonly problem?: never }
  | { readonly problem: Problem; readonly value?: never };

/** Makes the version in force into a package. */
export async function makePackage(said: ExportModel): Promise<Sent<MadePackage>> {
  const reply = await call('/api/model/package', made, { method: 'POST', body: said });
  return reply.ok ? { value: reply.value } : { problem: reply.problem };
}

export function usePackageActs() {
  const queries = useQueryClient();
  return {
    /** Brings a file in; answers with its hash. */
    async bring(file: File): Promise<Sent<string>> {
      const body = new FormData();
      body.append('file', file);
      const reply = await call(PACKAGES, brought, { method: 'POST', body, patience: 60_000 });
      if (!reply.ok) return { problem: reply.problem };
      await queries.invalidateQueries({ queryKey: KEY });
      return { value: reply.value.hash };
    },
    /** Takes parts into the draft that the package was laid beside, or begins one. */
    async adopt(opened: OpenedPackage, parts: readonly string[]): Promise<Problem | undefined> {
      const { draft } = opened;
      const body = { draft_id: draft?.id ?? uuid(), version: draft?.version ?? null, parts };
      const path = `${PACKAGES}/${opened.package.hash}/adopt`;
      const reply = await call(path, draftReply, { method: 'POST', body });
      await Promise.all(
        [KEY, ['model draft']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
      return reply.ok ? undefined : reply.problem;
    },
  };
}
