/** 'INV/{year}/{number}' of 2026 and 123 with six digits is 'INV/2026/000123'; a longer number keeps all its digits. */
export function formatNumber(format: string, digits: number, year: number, sequence: bigint): string {
  return format.replace('{year}', String(year)).replace('{number}', String(sequence).padStart(digits, '0'));
}

/**
 * What somebody who searches means, however they write it: '123', '#000123', 'inv 2026 123', 'INV/2026/000123'.
 * Null when no number is in the text.
 */
export function parseNumber(text: string): { year: number | null; sequence: bigint } | null {
  const groups = text.match(/\d{1,15}/g) ?? [];
  const last = groups.at(-1);
  if (last === undefined) return null;
  const year = groups.slice(0, -1).findLast((group) => /^2\d{3}$/.test(group));
  return { year: year === undefined ? null : Number(year), sequence: BigInt(last) };
}
