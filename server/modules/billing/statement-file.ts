import { Readable } from 'node:stream';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Download } from '../../kernel/http/route.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { money, printMoney } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { Statement } from './statement-contract.ts';
import { readStatement } from './queries/statement.ts';

export const bookedWords = {
  id: {
    columns: ['Tanggal', 'Keterangan', 'Nomor', 'Debit', 'Kredit', 'Saldo', 'Mata uang'],
    opening: 'Saldo awal',
    closing: 'Saldo akhir',
    kinds: {
      invoice_issued: 'Tagihan',
      invoice_voided: 'Tagihan dibatalkan',
      credit_note_issued: 'Nota kredit',
      invoice_written_off: 'Tagihan dihapus buku',
      debt_recovered: 'Tagihan yang dihapus buku dibayar',
      payment_received: 'Pembayaran',
      payment_reversed: 'Pembayaran ditarik kembali',
      credit_applied: 'Saldo kredit dipakai',
      credit_released: 'Saldo kredit dikembalikan',
      refund_paid: 'Pengembalian dana',
      refund_settled: 'Pengembalian dana sampai',
      refund_returned: 'Pengembalian dana gagal',
      gateway_fee_charged: 'Biaya gateway',
      tax_withheld: 'Pajak dipotong',
      withholding_reopened: 'Potongan pajak ditagih kembali',
      payment_disputed: 'Pembayaran disengketakan',
      dispute_returned: 'Sengketa selesai, pembayaran kembali',
      goodwill_given: 'Kredit dari kami',
      credit_expired: 'Kredit dari kami hangus atau ditarik',
    },
  },
  en: {
    columns: ['Date', 'What', 'Number', 'Debit', 'Credit', 'Balance', 'Currency'],
    opening: 'Opening balance',
    closing: 'Closing balance',
    kinds: {
      invoice_issued: 'Invoice',
      invoice_voided: 'Invoice withdrawn',
      credit_note_issued: 'Credit note',
      invoice_written_off: 'Invoice written off',
      debt_recovered: 'Written-off invoice paid after all',
      payment_received: 'Payment',
      payment_reversed: 'Payment taken back',
      credit_applied: 'Credit used',
      credit_released: 'Credit given back',
      refund_paid: 'Refund',
      refund_settled: 'Refund arrived',
      refund_returned: 'Refund came back',
      gateway_fee_charged: 'Gateway fee',
      tax_withheld: 'Tax withheld',
      withholding_reopened: 'Withheld tax owed again',
      payment_disputed: 'Payment disputed at the bank',
      dispute_returned: 'Dispute over, payment back',
      goodwill_given: 'Credit from us',
      credit_expired: 'Credit from us expired or taken back',
    },
  },
} as const satisfies Record<Locale, unknown>;

interface Asked {
  currency?: Currency | undefined;
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
  lang: Locale;
}

/**
 * The account statement as CSV: plain decimals, a debit is what the client owes more, the balance below zero is in the client's
 * favor. Read page by page while it is sent, however long it is.
 */
export async function statementFile(
  ctx: Ctx,
  organization: Id<'organization'>,
  asked: Asked,
): Promise<Download> {
  const page = (after?: string) =>
    ctx.read((db) => readStatement(db, organization, { ...asked, after, limit: 1000 }, 'oldest first'));
  const first = await page();
  const range = [asked.from, asked.to].filter(Boolean).join('_') || 'all';
  return {
    name: `statement-${first.currency}-${range}.csv`,
    type: 'text/csv; charset=utf-8',
    body: Readable.from(rows(first, page, asked)),
  };
}

async function* rows(
  first: Statement,
  page: (after: string) => Promise<Statement>,
  { from, to, lang }: Asked,
): AsyncGenerator<string> {
  const { columns, opening, closing, kinds } = bookedWords[lang];
  const decimal = (amount: number) => printMoney(money(amount, first.currency as Currency));
  // Spreadsheets take the mark at the beginning as the sign of UTF-8.
  yield `\ufeff${row(columns)}`;
  yield row([from ?? '', opening, '', '', '', decimal(first.opening), first.currency]);
  for (
    let current: Statement | null = first;
    current;
    current = current.next ? await page(current.next) : null
  ) {
    for (const { on, kind, invoice, creditNote, receipt, change, balance } of current.items) {
      const number = receipt?.number ?? creditNote?.number ?? invoice?.number ?? '';
      const sides = change > 0 ? [decimal(change), ''] : ['', decimal(-change)];
      const what = invoice?.for ? `${kinds[kind]} (${invoice.for})` : kinds[kind];
      yield row([on, what, number, ...sides, decimal(balance), first.currency]);
    }
  }
  yield row([to ?? '', closing, '', '', '', decimal(first.closing), first.currency]);
}

/** A line of CSV. */
export function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Quoted where needed; what a spreadsheet would take for a formula is made text. Numbers may begin with a minus. */
function cell(text: string): string {
  const safe = /^[=+@\t]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
