import { Readable } from 'node:stream';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Download } from '../../kernel/http/route.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import { money, printMoney } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { booksZone } from './deferrals.ts';
import { readDeferredRevenue } from './queries/deferred-revenue.ts';
import type { DeferredRevenue } from './revenue-contract.ts';
import { row } from './statement-file.ts';

const words = {
  id: {
    columns: ['Bulan', 'Diakui', 'Akan diakui', 'Mata uang'],
    waiting: 'Menunggu layanan dimulai',
  },
  en: {
    columns: ['Month', 'Recognized', 'To be recognized', 'Currency'],
    waiting: 'Waits for its service to begin',
  },
} as const satisfies Record<Locale, unknown>;

/** The report of deferred revenue as CSV with plain decimals, from the earliest month to the last. */
export async function revenueFile(ctx: Ctx, lang: Locale): Promise<Download> {
  const now = ctx.clock.now();
  const { currencies } = await ctx.read((db) => readDeferredRevenue(db, now));
  // Spreadsheets take the mark at the beginning as the sign of UTF-8.
  const text = `\ufeff${row(words[lang].columns)}${currencies.map((one) => rowsOf(one, lang)).join('')}`;
  return {
    name: `deferred-revenue-${dateIn(booksZone, now)}.csv`,
    type: 'text/csv; charset=utf-8',
    body: Readable.from([text]),
  };
}

function rowsOf(
  { currency, waiting, coming, recognized }: DeferredRevenue['currencies'][number],
  lang: Locale,
): string {
  const decimal = (amount: number) => printMoney(money(amount, currency as Currency));
  const months = new Map(recognized.map(({ month, amount }) => [month, [decimal(amount), '']]));
  for (const { month, amount } of coming) months.set(month, [months.get(month)?.[0] ?? '', decimal(amount)]);
  const sorted = [...months].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...sorted.map(([month, sums]) => row([month.slice(0, 7), ...sums, currency])),
    ...(waiting === 0 ? [] : [row([words[lang].waiting, '', decimal(waiting), currency])]),
  ].join('');
}
