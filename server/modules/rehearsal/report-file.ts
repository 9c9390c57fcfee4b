import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Download } from '../../kernel/http/route.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { money, printMoney } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { csvRow } from '../billing/index.ts';
import type { HappeningKind } from '../billing/index.ts';

const columns: Record<Locale, readonly string[]> = {
  id: ['Tanggal', 'Jam', 'Klien', 'Yang terjadi', 'Jumlah', 'Mata uang', 'Tagihan', 'Tentang', 'Layanan'],
  en: ['Day', 'Time', 'Client', 'What happens', 'Amount', 'Currency', 'Invoice', 'About', 'Services'],
};
const kindNames: Record<Locale, Record<HappeningKind, string>> = {
  id: {
    invoice: 'tagihan terbit',
    held_back: 'tagihan ditahan',
    credit: 'dibayar dari saldo kredit',
    charge: 'pembayaran otomatis berhasil',
    decline: 'pembayaran otomatis ditolak',
    payment: 'klien membayar',
    reminder: 'pengingat',
    notice: 'pemberitahuan terlambat',
    retry: 'ditagih lagi ke metode tersimpan',
    late_fee: 'denda keterlambatan',
    suspend: 'layanan dihentikan sementara',
    resume: 'layanan berjalan lagi',
    terminate: 'layanan diakhiri',
    waits: 'langkah menunggu',
    promise_broken: 'janji bayar terlewat',
    void: 'tagihan dibatalkan',
    credit_note: 'dikeluarkan dari tagihan',
    end: 'langganan berakhir',
    price: 'harga baru berlaku',
    terms: 'perubahan yang disepakati berlaku',
    promotion_end: 'promosi berakhir',
    leaving_fee: 'biaya berhenti lebih awal',
    term_over: 'kontrak selesai, layanan berlanjut',
    term_renewed: 'kontrak diperpanjang',
    pause: 'dijeda',
    pause_over: 'berlanjut setelah jeda',
  },
  en: {
    invoice: 'invoice issued',
    held_back: 'invoice held back',
    credit: 'paid from credit',
    charge: 'automatic payment succeeds',
    decline: 'automatic payment declined',
    payment: 'client pays',
    reminder: 'reminder',
    notice: 'overdue notice',
    retry: 'saved method charged again',
    late_fee: 'late fee',
    suspend: 'services put on hold',
    resume: 'service runs again',
    terminate: 'services ended',
    waits: 'step waits',
    promise_broken: 'promise to pay broken',
    void: 'invoice taken back',
    credit_note: 'taken off the invoice',
    end: 'subscription ends',
    price: 'new price in force',
    terms: 'agreed change in force',
    promotion_end: 'promotion ends',
    leaving_fee: 'fee for leaving early',
    term_over: 'term is over, service goes on',
    term_renewed: 'term renewed',
    pause: 'paused',
    pause_over: 'goes on after its pause',
  },
};

interface Row {
  day: string;
  organization_id: string;
  position: number;
  at: string;
  client: string;
  kind: HappeningKind;
  amount: bigint | null;
  currency: Currency | null;
  invoice: { number: string | null; names: { id: string; en: string } } | null;
  services: { names: { id: string; en: string } }[];
}

const perPage = 1000;

/** A rehearsal for all clients as CSV with plain decimals, read page by page while it is sent. Errors: `not_found`. */
export async function reportFile(ctx: Ctx, rehearsal: Id<'rehearsal'>, lang: Locale): Promise<Download> {
  const page = (after: Row | undefined) =>
    ctx.read(async (db) => {
      const { rows } = await sql<Row>`
        select h.day, h.organization_id, h.position, h.at, o.name as client, h.kind, h.amount, h.currency, h.invoice, h.services
        from rehearsal.happenings h join organizations.organizations o on o.id = h.organization_id
        where h.rehearsal_id = ${rehearsal} and ${
          after
            ? sql`(h.day, h.organization_id, h.position) > (${after.day}::date, ${after.organization_id}::uuid, ${after.position}::integer)`
            : sql`true`
        }
        order by h.day, h.organization_id, h.position limit ${perPage}`.execute(db);
      return rows;
    });
  const { rows } = await ctx.read((db) =>
    sql<{
      day: string;
    }>`select started_at::date as day from rehearsal.rehearsals where id = ${rehearsal}`.execute(db),
  );
  if (!rows[0]) throw new Problem(notFound);
  return {
    name: `rehearsal-${rows[0].day}.csv`,
    type: 'text/csv; charset=utf-8',
    body: Readable.from(lines(page, lang)),
  };
}

async function* lines(
  page: (after: Row | undefined) => Promise<Row[]>,
  lang: Locale,
): AsyncGenerator<string> {
  // Spreadsheets take the mark at the beginning as the sign of UTF-8.
  yield `\ufeff${csvRow(columns[lang])}`;
  let rows = await page(undefined);
  for (; rows.length > 0; rows = await page(rows.at(-1))) {
    for (const { day, at, client, kind, amount, currency, invoice, services } of rows)
      yield csvRow([
        day,
        at,
        client,
        kindNames[lang][kind],
        amount === null ? '' : printMoney(money(amount, currency!)),
        currency ?? '',
        invoice?.number ?? '',
        invoice?.names[lang] ?? '',
        services.map(({ names }) => names[lang]).join('; '),
      ]);
  }
}
