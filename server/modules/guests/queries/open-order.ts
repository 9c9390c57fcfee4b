import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { findTerms } from '../../orders/index.ts';
import { quoteForGuest } from '../checkout.ts';
import type { OpenedOrder } from '../contract.ts';
import { findOrderRequest } from '../order-request.ts';

/** The order that a mailed link places, at the prices of now. Errors: those of `findOrderRequest` and `quoteForGuest`. */
export async function openOrder(ctx: Ctx, token: string, now: Date): Promise<OpenedOrder> {
  return ctx.within(everything).read(async (db) => {
    const { asked, placed, until } = await findOrderRequest(db, ctx.vault, token, now);
    if (!asked) return { email: '', until: until.toISOString(), waiting: null, placed };
    const quote = await quoteForGuest(db, asked, now, asked.email);
    const { name, email, company, country, termsVersion } = asked;
    return {
      email,
      until: until.toISOString(),
      waiting: {
        name,
        company,
        country,
        quote,
        terms: await findTerms(db),
        termsAccepted: quote.terms === termsVersion,
      },
      placed: null,
    };
  });
}
