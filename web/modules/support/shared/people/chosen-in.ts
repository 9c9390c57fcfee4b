/** Ids as a field holds them, separated by commas. */
export const chosenIn = (value: string): string[] => value.split(',').filter(Boolean);
