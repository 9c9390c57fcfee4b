import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { issueInvoice } from '../billing/index.ts';
import type { NewLine } from '../billing/index.ts';

/** Minor units of the organization's currency. */
export interface PricedInvoice {
  subtotal: number;
  total: number;
  taxes: { label: { id: string; en: string }; base: number; tax: number }[];
  nets: number[];
}

class TakenBack extends Error {
  readonly priced: PricedInvoice[];
  constructor(priced: PricedInvoice[]) {
    super('issued only to see what it amounts to');
    this.priced = priced;
  }
}

/**
 * What billing would make of these invoices. They are issued for real and taken back before anybody can see them, so a quote cannot
 * differ from the invoice that follows it.
 */
export async function priceInvoices(
  ctx: Ctx,
  organization: Id<'organization'>,
  invoices: readonly (readonly NewLine[])[],
): Promise<PricedInvoice[]> {
  if (invoices.length === 0) return [];
  try {
    return await ctx.within(everything).transact(async (tx) => {
      const priced: PricedInvoice[] = [];
      for (const lines of invoices) {
        const { id } = await issueInvoice(tx, { organization, kind: 'order', orderId: null, lines });
        priced.push(await readInvoice(tx, organization, id));
      }
      throw new TakenBack(priced);
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.priced;
    throw error;
  }
}

async function readInvoice(
  tx: Tx,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<PricedInvoice> {
  const { rows } = await sql<Omit<PricedInvoice, 'nets'> & { nets: number[] }>`
    select subtotal::float8 as subtotal, total::float8 as total, taxes, (
      select json_agg(net order by position) from billing.invoice_lines l
      where l.organization_id = i.organization_id and l.invoice_id = i.id
    ) as nets
    from billing.invoices i where organization_id = ${organization} and id = ${invoice}`.execute(tx.db);
  return rows[0]!;
}
