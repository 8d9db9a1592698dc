export const KINDS = [
  'opening',
  'talk',
  'panel',
  'workshop',
  'round_table',
  'closing',
  'break',
] as const;
export type Kind = (typeof KINDS)[number];
