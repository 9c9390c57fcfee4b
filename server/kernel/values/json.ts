export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Whether lists and objects stand in one another more than `levels` deep. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
