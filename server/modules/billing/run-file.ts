import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Download } from '../../kernel/http/route.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { money, printMoney } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { HoldReason } from './domain/run-bounds.ts';
import { row } from './statement-file.ts';

const words = {
  id: {
    columns: [
      'Klien',
      'Tagihan',
      'Sebelum pajak',
      'Pajak',
      'Total',
      'Mata uang',
      'Ditahan',
      'Nilai ditahan',
      'Alasan',
    ],
    reasons: {
      many: 'terlalu banyak dalam sehari',
      large: 'jauh lebih besar dari biasanya',
      nothing: 'nol atau kurang',
      long_past: 'masa yang sudah lama lewat',
      no_address: 'alamat kosong',
      no_tax_number: 'nomor pajak kosong',
      no_tax_rule: 'belum ada aturan pajaknya',
      with_others: 'menunggu tagihan lain klien ini',
    },
  },
  en: {
    columns: [
      'Client',
      'Invoices',
      'Before tax',
      'Tax',
      'Total',
      'Currency',
      'Held back',
      'Amount held back',
      'Reasons',
    ],
    reasons: {
      many: 'too many on one day',
      large: 'far larger than ever',
      nothing: 'nothing or less',
      long_past: 'time long past',
      no_address: 'no address',
      no_tax_number: 'no tax number',
      no_tax_rule: 'no tax rule for it',
      with_others: 'waits with another of this client',
    },
  },
} as const satisfies Record<Locale, { columns: readonly string[]; reasons: Record<HoldReason, string> }>;

interface Client {
  organization_id: Id<'organization'>;
  name: string;
  currency: Currency;
  invoices: number;
  net: bigint;
  tax: bigint;
  total: bigint;
  held: number;
  held_total: bigint;
  reasons: HoldReason[];
}

const perPage = 1000;

/** What a dry run found, client by client, as CSV with plain decimals; read page by page while it is sent. Errors: `not_found`. */
export async function runFile(ctx: Ctx, run: Id<'billing-run'>, lang: Locale): Promise<Download> {
  const page = (after: Client | undefined) =>
    ctx.read(async (db) => {
      const { rows } = await sql<Client>`
        select c.organization_id, o.name, c.currency, c.invoices, c.net, c.tax, c.total, c.held, c.held_total, c.reasons
        from billing.run_clients c join organizations.organizations o on o.id = c.organization_id
        where c.run_id = ${run}
          and ${after ? sql`(c.organization_id, c.currency) > (${after.organization_id}::uuid, ${after.currency})` : sql`true`}
        order by c.organization_id, c.currency limit ${perPage}`.execute(db);
      return rows;
    });
  const { rows } = await ctx.read((db) =>
    sql<{
      day: string;
    }>`select started_at::date as day from billing.runs where id = ${run} and kind = 'dry'`.execute(db),
  );
  if (!rows[0]) throw new Problem(notFound);
  return {
    name: `billing-run-${rows[0].day}.csv`,
    type: 'text/csv; charset=utf-8',
    body: Readable.from(lines(page, lang)),
  };
}

async function* lines(
  page: (after: Client | undefined) => Promise<Client[]>,
  lang: Locale,
): AsyncGenerator<string> {
  const { columns, reasons } = words[lang];
  // Spreadsheets take the mark at the beginning as the sign of UTF-8.
  yield `\ufeff${row(columns)}`;
  let clients = await page(undefined);
  for (; clients.length > 0; clients = await page(clients.at(-1))) {
    for (const { name, currency, invoices, net, tax, total, held, ...client } of clients) {
      const decimal = (amount: bigint) => printMoney(money(amount, currency));
      const sums = [decimal(net), decimal(tax), decimal(total)];
      const why = client.reasons.map((reason) => reasons[reason]).join('; ');
      yield row([name, String(invoices), ...sums, currency, String(held), decimal(client.held_total), why]);
    }
  }
}
