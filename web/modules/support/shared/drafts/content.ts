import type { Upload } from '../../../../../server/modules/support/contract.ts';

/** What is being written, as far as a draft keeps it. */
export interface Content {
  subject: string;
  text: string;
  choices: Record<string, string>;
  files: readonly Upload[];
}

export const nothing: Content = { subject: '', text: '', choices: {}, files: [] };

/** Two that have it in common say the same. */
export const keyOf = ({ subject, text, choices, files }: Content): string =>
  JSON.stringify([
    subject,
    text,
    Object.entries(choices).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    files.map(({ id }) => id),
  ]);

/** Both, the first as it is and what only the second says below it. */
export function together(one: Content, other: Content): Content {
  const texts = one.text.includes(other.text.trim()) ? [one.text] : [one.text.trimEnd(), other.text];
  const more = other.files.filter(({ id }) => !one.files.some((file) => file.id === id));
  return {
    subject: one.subject || other.subject,
    text: texts.filter(Boolean).join('\n\n').slice(0, 20_000),
    choices: { ...other.choices, ...one.choices },
    files: [...one.files, ...more].slice(0, 10),
  };
}
