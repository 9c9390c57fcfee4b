/** Whole numbers as people type them into the settings. */
export const isDays = (typed: string): boolean => /^\d{1,3}$/.test(typed.trim());
