import type { Locale } from '../../../kernel/values/money.ts';
import type { DocumentBrand } from './brand.ts';
import { printable } from './format.ts';
import type { DocumentParty } from './sheet.ts';
import { partyOnSheet, sheet } from './sheet.ts';

/** One headed part of a paper; what is left out is not printed. */
export interface Section {
  heading: string;
  text?: string;
  facts?: readonly { label: string; value: string }[];
  table?: { columns: readonly string[]; rows: readonly (readonly string[])[] };
}

/** A paper of headed parts: what a file is about, then part by part. */
export interface SectionsModel {
  heading: string;
  number: string;
  status: { words: string; sign: string; tone: 'good' | 'attention' | 'danger' | 'neutral' };
  facts: readonly { label: string; value: string }[];
  parties: readonly { label: string; party: DocumentParty }[];
  lead: { figure: string; words: string };
  sections: readonly Section[];
}

/** The data of `sectionsTemplate`; its `title` is also the title of the PDF. */
export function sectionsDocument(
  model: SectionsModel,
  seller: DocumentParty,
  locale: Locale,
  brand: DocumentBrand,
) {
  const inPrint = ({ label, value }: { label: string; value: string }) => ({
    label,
    value: printable(value),
  });
  return {
    ...sheet({ heading: model.heading, number: model.number, seller, brand, locale }),
    status: model.status,
    facts: model.facts.map(inPrint),
    parties: model.parties.map(({ label, party }) => partyOnSheet(label, party, locale)),
    lead: { ...model.lead, struck: false },
    sections: model.sections.map(({ heading, text = '', facts = [], table }) => ({
      heading,
      paragraphs: printable(text)
        .split(/\n{2,}/)
        .filter(Boolean),
      facts: facts.map(inPrint),
      columns: [...(table?.columns ?? [])],
      rows: (table?.rows ?? []).map((row) => row.map(printable)),
    })),
  };
}
