import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';

/**
 * The version that a form goes by: the one it was opened on, as what it changes may be read anew while it is filled
 * in. What somebody else changed meanwhile is told once; whoever saves again then writes over it knowingly.
 */
export function useVersionSeen<Version extends object | number>(newest: Version) {
  const [opened, setOpened] = useState<Version | undefined>(newest);
  return {
    seen: opened ?? newest,
    /** What a saving was answered. */
    heard: (problem: Problem | undefined) => {
      if (problem?.code === 'version_conflict') setOpened(undefined);
    },
    /** A form that stays open after its own saving goes by what was written then. */
    goOnFrom: (version: Version) => setOpened(version),
  };
}
