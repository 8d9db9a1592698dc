/** Today on this device's own calendar, as sessions of a group name their days. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA').format(now);
}
