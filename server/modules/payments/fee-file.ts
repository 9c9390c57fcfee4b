import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Download } from '../../kernel/http/route.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { money, printMoney } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { csvRow } from '../billing/index.ts';
import { reportFees } from './queries/gateway-fees.ts';

const headings = {
  id: [
    'Bulan',
    'Gateway',
    'Metode',
    'Mata uang',
    'Pembayaran',
    'Diterima',
    'Biaya',
    'Biaya dikembalikan',
    'Bersih',
  ],
  en: ['Month', 'Gateway', 'Method', 'Currency', 'Payments', 'Received', 'Fees', 'Fees given back', 'Net'],
};

/** What gateways kept, as CSV: decimals with a point, as spreadsheets and bookkeeping read them. */
export async function feeFile(
  ctx: Ctx,
  { lang, ...asked }: { from?: CalendarDate | undefined; to?: CalendarDate | undefined; lang: Locale },
): Promise<Download> {
  const { from, to, items } = await ctx.read((db) => reportFees(db, ctx.ports, asked, ctx.clock.now()));
  const lines = items.map((item) => {
    const sum = (amount: number) => printMoney(money(BigInt(amount), item.currency as Currency));
    return csvRow([
      item.month,
      item.gateway,
      item.method,
      item.currency,
      String(item.payments),
      sum(item.received),
      sum(item.fees),
      sum(item.givenBack),
      sum(item.net),
    ]);
  });
  // Spreadsheets take the mark at the beginning as the sign of UTF-8.
  const body = new TextEncoder().encode(`\ufeff${csvRow(headings[lang])}${lines.join('')}`);
  return { name: `gateway-fees-${from}-${to}.csv`, type: 'text/csv; charset=utf-8', body };
}
