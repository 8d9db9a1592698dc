/** One protection that `SECURITY.md` requires before real people may be recorded. */
export interface Protection {
  /** The word that stands in the list of SECURITY.md, between back-quotes. */
  readonly name: string;
  readonly built: boolean;
  /** Why it must be there; shown to whoever tries to start live without it. */
  readonly reason: string;
}

/**
 * The list of SECURITY.md, "Required before live mode"; a test compares the two. A protection becomes
 * `built` in the commit that brings its test, never before.
 */
export const PROTECTIONS: readonly Protection[] = [
  {
    name: 'device-encryption',
    built: false,
    reason: 'a lost telephone must not give up a file; its hard cases are not proven yet',
  },
  {
    name: 'retention',
    built: false,
    reason: 'records must leave when their period ends; nothing removes them yet',
  },
  {
    name: 'disclosure-act',
    built: false,
    reason: 'giving data to an authority needs a legal basis, two approvals and a minimal packet',
  },
  {
    name: 'complaint',
    built: true,
    reason: 'a person must be able to complain to somebody other than their own worker',
  },
  {
    name: 'backup',
    built: false,
    reason: 'a lost disk must not lose a life story; backup and restore are not there yet',
  },
];
