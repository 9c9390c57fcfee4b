import { Readable } from 'node:stream';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Download } from '../../kernel/http/route.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { money, printMoney } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { Statement } from './contract.ts';
import { readStatement } from './queries/statement.ts';

const words = {
  id: {
    columns: ['Tanggal', 'Keterangan', 'Nomor', 'Debit', 'Kredit', 'Saldo', 'Mata uang'],
    opening: 'Saldo awal',
    closing: 'Saldo akhir',
    kinds: {
      invoice_issued: 'Tagihan',
      invoice_voided: 'Tagihan dibatalkan',
      payment_received: 'Pembayaran',
      payment_reversed: 'Pembayaran ditarik kembali',
      credit_applied: 'Saldo kredit dipakai',
      credit_released: 'Saldo kredit dikembalikan',
    },
  },
  en: {
    columns: ['Date', 'What', 'Number', 'Debit', 'Credit', 'Balance', 'Currency'],
    opening: 'Opening balance',
    closing: 'Closing balance',
    kinds: {
      invoice_issued: 'Invoice',
      invoice_voided: 'Invoice withdrawn',
      payment_received: 'Payment',
      payment_reversed: 'Payment taken back',
      credit_applied: 'Credit used',
      credit_released: 'Credit given back',
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
  const { columns, opening, closing, kinds } = words[lang];
  const decimal = (amount: number) => printMoney(money(amount, first.currency as Currency));
  // Spreadsheets take the mark at the beginning as the sign of UTF-8.
  yield `\ufeff${row(columns)}`;
  yield row([from ?? '', opening, '', '', '', decimal(first.opening), first.currency]);
  for (
    let current: Statement | null = first;
    current;
    current = current.next ? await page(current.next) : null
  ) {
    for (const { on, kind, invoice, receipt, change, balance } of current.items) {
      const number = receipt?.number ?? invoice?.number ?? '';
      const sides = change > 0 ? [decimal(change), ''] : ['', decimal(-change)];
      yield row([on, kinds[kind], number, ...sides, decimal(balance), first.currency]);
    }
  }
  yield row([to ?? '', closing, '', '', '', decimal(first.closing), first.currency]);
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Quoted where needed; what a spreadsheet would take for a formula is made text. Numbers may begin with a minus. */
function cell(text: string): string {
  const safe = /^[=+@\t]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
