/** Clocks differ by hours where time zones were taken for one another, and hardly by more than a day. */
const TOLERATED_MS = 24 * 60 * 60 * 1000;

/** Whether a time lies so far ahead that nothing can have been said then. */
export function isFuture(at: string, now = Date.now()): boolean {
  return Date.parse(at) > now + TOLERATED_MS;
}
