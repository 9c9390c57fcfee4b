/** Requests this long after the last sign of somebody are the page's own. Milliseconds, as all here. */
const attention = 60_000;

/** When somebody last did something, and when a request last said so. */
export const presence = { lastSign: Date.now(), lastSaid: Date.now() };

/** Goes with requests that nobody made, so that a page left open does not keep its session alive. */
export function presenceHeaders(now = Date.now()): Record<string, string> {
  if (now - presence.lastSign >= attention) return { 'x-unattended': '1' };
  presence.lastSaid = now;
  return {};
}
