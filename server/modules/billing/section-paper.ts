import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findPayer } from '../organizations/index.ts';
import { sectionsTemplate } from './documents/sections-template.ts';
import { sectionsDocument } from './documents/sections.ts';
import type { SectionsModel } from './documents/sections.ts';
import { onPaper, readBrand } from './papers.ts';
import { partyOf } from './parties.ts';
import { seller as sellerSetting } from './settings.ts';

/** What a paper of headed parts says, besides the two parties. */
export type SectionPaper = Omit<SectionsModel, 'parties'> & {
  client: { id: Id<'organization'>; label: string };
  sellerLabel: string;
  /** The instant of what it tells, written into the PDF. */
  createdAt: Date;
};

/** A paper of headed parts about a client, on the sheet of the business, as a PDF. Errors: `not_found`. */
export async function printSections(
  ctx: Ctx,
  { client, sellerLabel, createdAt, ...model }: SectionPaper,
  locale: Locale,
): Promise<Uint8Array> {
  const { seller, buyer, brand } = await ctx.within(everything).read(async (db) => {
    const [{ value }, look, payer] = await Promise.all([
      readSetting(db, sellerSetting),
      readBrand(db, locale),
      findPayer(db, client.id),
    ]);
    return { seller: onPaper(partyOf(value)), brand: look, buyer: onPaper(partyOf(payer)) };
  });
  const parties = [
    { label: client.label, party: buyer },
    { label: sellerLabel, party: seller },
  ];
  const data = sectionsDocument({ ...model, parties }, seller, locale, brand);
  return ctx.ports.documents.render(sectionsTemplate, data, { locale, createdAt, title: data.title });
}
