import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import type { Download } from '../../kernel/http/route.ts';
import { readSetting } from '../../kernel/settings.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { printOfferSheet } from '../billing/index.ts';
import type { Shown } from './contract.ts';
import { showOfferForStaff } from './queries/show-offer.ts';
import { offerRules } from './settings.ts';

/**
 * An offer as a PDF: exactly what was sent, or a draft at the prices of now. `organization`: only one that was sent to it. Errors:
 * `not_found`, also for a draft that cannot be priced any more.
 */
export async function printOffer(
  ctx: Ctx,
  { offer: id, organization }: { offer: Id<'offer'>; organization: Id<'organization'> | null },
  locale: Locale,
): Promise<Download> {
  const now = ctx.clock.now();
  const { offer, timeZone } = await ctx.within(everything).read(async (db) => ({
    offer: await showOfferForStaff(db, id, now),
    timeZone: (await readSetting(db, offerRules)).value.timeZone,
  }));
  const foreign = organization !== null && (offer.client?.id !== organization || offer.state === 'draft');
  if (foreign || !offer.shown) throw new Problem(notFound);
  const { shown, number, revision, client, prospect } = offer;
  const writtenAt = offer.sentAt ? new Date(offer.sentAt) : now;
  return printOfferSheet(
    ctx,
    {
      number: number === null ? '' : revision > 1 ? `${number} v${revision}` : number,
      writtenAt,
      writtenOn: dateIn(timeZone, writtenAt),
      validUntil: offer.validUntil as never,
      open: offer.state === 'sent' || offer.state === 'draft',
      currency: offer.currency as never,
      buyer: client ? { organization: client.id as Id<'organization'> } : prospect!,
      shown,
      notes: [offer.introduction, termsOnPaper(shown, locale), offer.terms].filter(Boolean).join('\n\n'),
    },
    locale,
  );
}

function termsOnPaper({ terms }: Shown, locale: Locale): string {
  return terms.map(({ names, words }) => `${names[locale]}: ${words[locale]}`).join('\n');
}
