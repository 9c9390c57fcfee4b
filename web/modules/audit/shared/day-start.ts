/** The instant (ISO, UTC) at which a calendar day begins in a zone; `after` counts further days. */
export function dayStart(day: string, timeZone: string, after = 0): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + after);
  // What the clocks of the zone say at that moment, read as if it were UTC, is off by the zone's offset.
  const wall = new Date(`${midnight.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`);
  return new Date(2 * midnight.getTime() - wall.getTime()).toISOString();
}
