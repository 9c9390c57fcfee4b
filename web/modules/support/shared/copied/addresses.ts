/** What looks like a mail address; the server decides. */
export const isAddress = (text: string): boolean => /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(text);

/** Addresses as people write several: with commas, semicolons, or one on each line; each once. */
export function addressesIn(text: string): string[] {
  const all = text.split(/[\s,;]+/).map((one) => one.replace(/^<|>$/g, '').toLowerCase());
  return [...new Set(all.filter(Boolean))];
}

/** The first that looks like none. */
export const wrongIn = (text: string): string | undefined => addressesIn(text).find((one) => !isAddress(one));
