/** Whole numbers as people type them into the settings. */
export const isDays = (typed: string): boolean => /^\d{1,3}$/.test(typed.trim());

/** '7, 1' → [7, 1]; null when something in it is not a whole number. */
export function readDays(typed: string): number[] | null {
  const parts = typed.split(/[,;\s]+/).filter(Boolean);
  return parts.every(isDays) ? [...new Set(parts.map(Number))] : null;
}
