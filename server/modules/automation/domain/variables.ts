/** What a text may leave open, for the ticket it is used in to fill. */
export const variables = ['client', 'organization', 'service', 'invoice', 'number', 'agent'] as const;
export type Variable = (typeof variables)[number];

/** What a ticket says; null where it has no such thing. */
export type Values = Record<Variable, string | null>;

/** `{{service}}`, or `{{service|your service}}` with what to say where there is none. Other braces are text like any. */
const mark = /\{\{\s*([^{}|]*?)\s*(?:\|\s*([^{}]*?)\s*)?\}\}/g;

const isVariable = (name: string): name is Variable => (variables as readonly string[]).includes(name);

/** What stands in double braces and is no variable, each once. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(mark)].map(([, name]) => name!);
  return [...new Set(names.filter((name) => !isVariable(name)))];
}

/** The text for a ticket. What neither the ticket nor the text itself has a word for stays as it stands and is named in `missing`. */
export function fill(text: string, values: Values): { text: string; missing: Variable[] } {
  const missing = new Set<Variable>();
  const filled = text.replaceAll(mark, (all, name: string, otherwise: string | undefined) => {
    if (!isVariable(name)) return all;
    const value = values[name] ? harmless(values[name]) : otherwise;
    if (value === undefined) missing.add(name);
    return value ?? all;
  });
  return { text: filled, missing: [...missing] };
}

/** Clients name themselves and their services: a name must not become a link or a picture in an answer of ours. */
const harmless = (name: string): string => name.replace(/[[\]<>`]/g, '');
