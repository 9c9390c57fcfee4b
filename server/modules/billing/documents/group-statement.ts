import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { formatDate } from '../../../kernel/values/dates.ts';
import type { Currency, Locale } from '../../../kernel/values/money.ts';
import { formatMoney, money } from '../../../kernel/values/money.ts';
import type { GroupStatement } from '../statement-contract.ts';
import { bookedWords } from '../statement-file.ts';
import type { DocumentBrand } from './brand.ts';
import { formatFigure, printable, shortened } from './format.ts';
import type { DocumentParty } from './sheet.ts';
import { partyOnSheet, sheet } from './sheet.ts';

export const groupLabels = {
  id: {
    heading: 'Rekening koran grup',
    columns: [
      'Organisasi',
      'Tanggal',
      'Keterangan',
      'Nomor',
      'Dibayar oleh',
      'Debit',
      'Kredit',
      'Saldo',
      'Mata uang',
    ],
    from: 'Dari',
    to: 'Untuk',
    period: 'Periode',
    currency: 'Mata uang',
    organization: 'Organisasi',
    before: 'Terutang sebelumnya',
    invoiced: 'Ditagih',
    paid: 'Dibayar',
    now: 'Terutang kini',
    together: 'Bersama',
    since: (day: string) => `sejak ${day}`,
    until: (day: string) => `sampai ${day}`,
    owed: 'Masih terutang',
    settled: 'Lunas',
    leadOwed: (day: string) => `terutang bersama per ${day}`,
    leadCredit: (day: string) => `untuk Anda bersama per ${day}`,
    date: 'Tanggal',
    what: 'Keterangan',
    number: 'Nomor',
    balance: 'Saldo',
    paidBy: (name: string) => `dibayar ${name}`,
    tooMany: 'Mutasinya terlalu banyak untuk dicetak; semuanya ada di CSV.',
    none: 'Tidak ada mutasi pada periode ini.',
  },
  en: {
    heading: 'Statement of the group',
    columns: ['Organization', 'Date', 'What', 'Number', 'Paid by', 'Debit', 'Credit', 'Balance', 'Currency'],
    from: 'From',
    to: 'For',
    period: 'Period',
    currency: 'Currency',
    organization: 'Organization',
    before: 'Owed before',
    invoiced: 'Invoiced',
    paid: 'Paid',
    now: 'Owed now',
    together: 'Together',
    since: (day: string) => `since ${day}`,
    until: (day: string) => `until ${day}`,
    owed: 'Owed',
    settled: 'Settled',
    leadOwed: (day: string) => `owed together on ${day}`,
    leadCredit: (day: string) => `in your favor together on ${day}`,
    date: 'Date',
    what: 'What',
    number: 'Number',
    balance: 'Balance',
    paidBy: (name: string) => `paid by ${name}`,
    tooMany: 'There are too many movements to print; the CSV has all of them.',
    none: 'Nothing happened in this period.',
  },
} as const satisfies Record<Locale, unknown>;

/** `lines`: the movements of each organization, oldest first, which lead from its opening to its closing; null where they are too many. */
export interface GroupStatementModel {
  sums: Pick<GroupStatement, 'currency' | 'accounts' | 'total'>;
  lines: ReadonlyMap<string, GroupStatement['items']> | null;
  from: CalendarDate | null;
  to: CalendarDate;
  seller: DocumentParty;
  head: DocumentParty;
}

/** The data of `groupStatementTemplate`; its `title` is also the title of the PDF. */
export function groupStatementDocument(model: GroupStatementModel, locale: Locale, brand: DocumentBrand) {
  const labels = groupLabels[locale];
  const { sums, lines, from, to } = model;
  const currency = sums.currency as Currency;
  const figure = (amount: number) => formatFigure(money(amount, currency), locale);
  const day = (of: CalendarDate) => formatDate(of, locale, 'long');
  const owed = sums.total.closing;
  const sumsOf = (name: string, row: GroupStatement['total']) => ({
    name,
    figures: [row.opening, row.invoiced, row.paid, row.closing].map(figure),
  });
  return {
    ...sheet({ heading: labels.heading, number: '', seller: model.seller, brand, locale }),
    status:
      owed > 0
        ? { words: labels.owed, sign: '○', tone: 'attention' }
        : { words: labels.settled, sign: '✓', tone: 'good' },
    facts: [
      {
        label: labels.period,
        value: [from && labels.since(day(from)), labels.until(day(to))].filter(Boolean).join(' '),
      },
      { label: labels.currency, value: currency },
    ],
    lead: {
      figure: formatMoney(money(Math.abs(owed), currency), locale),
      words: owed >= 0 ? labels.leadOwed(day(to)) : labels.leadCredit(day(to)),
      struck: false,
    },
    parties: [partyOnSheet(labels.from, model.seller, locale), partyOnSheet(labels.to, model.head, locale)],
    columns: [labels.organization, labels.before, labels.invoiced, labels.paid, labels.now],
    accounts: sums.accounts.map((account) => sumsOf(printable(account.name), account)),
    total: sumsOf(labels.together, sums.total),
    lineColumns: [labels.date, labels.what, labels.number, labels.invoiced, labels.paid, labels.balance],
    sections:
      lines === null
        ? []
        : sums.accounts
            .filter(({ id }) => lines.has(id))
            .map((account) => ({
              name: printable(account.name),
              rows: rowsOf(account.opening, lines.get(account.id)!, locale, figure),
            })),
    note: lines === null ? labels.tooMany : lines.size === 0 ? labels.none : '',
  };
}

function rowsOf(
  opening: number,
  lines: GroupStatement['items'],
  locale: Locale,
  figure: (amount: number) => string,
) {
  let balance = opening;
  return lines.map((line) => {
    balance += line.change;
    return {
      on: formatDate(line.on as CalendarDate, locale, 'short'),
      what: bookedWords[locale].kinds[line.kind],
      detail: line.paidBy ? shortened(groupLabels[locale].paidBy(line.paidBy.name), 80) : '',
      number: printable(line.receipt ?? line.invoice?.number ?? ''),
      debit: line.change > 0 ? figure(line.change) : '',
      credit: line.change < 0 ? figure(-line.change) : '',
      balance: figure(balance),
    };
  });
}
