import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Download } from '../../kernel/http/route.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { fromJson, printMoney } from '../../kernel/values/money.ts';
import type { MoneyJson } from '../../kernel/values/money.ts';
import { csvRow } from '../billing/index.ts';
import { findCampaign } from './campaign.ts';
import { readAffected } from './queries/affected.ts';

const columns: Record<Locale, readonly string[]> = {
  id: [
    'Klien',
    'Layanan',
    'Nama sendiri',
    'Jumlah',
    'Siklus',
    'Harga lama',
    'Harga baru',
    'Mata uang',
    'Mulai',
    'Status',
    'Alasan',
  ],
  en: [
    'Client',
    'Service',
    'Own name',
    'Quantity',
    'Cycle',
    'Old price',
    'New price',
    'Currency',
    'From',
    'State',
    'Reason',
  ],
};

/** Every service of a campaign as CSV: what a draft would reach now, or where each move stands. Errors: `not_found`. */
export async function affectedFile(ctx: Ctx, id: Id<'campaign'>, locale: Locale): Promise<Download> {
  const now = ctx.clock.now();
  const items = await ctx.read(async (db) => {
    const campaign = await findCampaign(db, id);
    return readAffected(db, campaign, id, campaign.state === 'draft', now);
  });
  const price = (amount: MoneyJson) => printMoney(fromJson(amount));
  const rows = items.map((of) => [
    of.client.name,
    of.names[locale],
    of.label,
    String(of.quantity),
    of.cycle,
    price(of.before),
    price(of.after),
    of.before.currency,
    of.on ?? '',
    of.state ?? '',
    of.why ?? '',
  ]);
  // Spreadsheets take the mark at the beginning as the sign of UTF-8.
  const text = `\ufeff${[columns[locale], ...rows].map(csvRow).join('')}`;
  return { name: `prices-${id}.csv`, type: 'text/csv; charset=utf-8', body: Buffer.from(text) };
}
