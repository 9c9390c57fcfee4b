import { readSetting } from '../../kernel/settings.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Download } from '../../kernel/http/route.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import { money, printMoney } from '../../kernel/values/money.ts';
import type { Currency, Locale } from '../../kernel/values/money.ts';
import { findOrganization } from '../organizations/index.ts';
import type { GroupAsked, GroupStatement } from './statement-contract.ts';
import { groupStatementTemplate } from './documents/group-statement-template.ts';
import { groupLabels, groupStatementDocument } from './documents/group-statement.ts';
import { onPaper, pdf, readBrand } from './papers.ts';
import { partyOf } from './parties.ts';
import { readGroupEntries, readGroupStatement } from './queries/group-statement.ts';
import type { Group } from './queries/group-statement.ts';
import { seller as sellerSetting } from './settings.ts';
import { bookedWords, row } from './statement-file.ts';

type Asked = Pick<GroupAsked, 'currency' | 'from' | 'to'> & { lang: Locale };
type Line = GroupStatement['items'][number];

/** The statement of a group with a page of its movements. Needs a transaction that sees all organizations of the person. */
export async function groupStatement(db: Db, group: Group, asked: GroupAsked): Promise<GroupStatement> {
  const sums = await readGroupStatement(db, group, asked);
  const page = await readGroupEntries(db, group, { ...asked, currency: sums.currency }, 'newest first');
  return { ...sums, ...page };
}

/** The statement of a group as CSV: organization after organization from opening to closing balance, then all together. */
export async function groupStatementFile(ctx: Ctx, group: Group, asked: Asked): Promise<Download> {
  const { sums, lines } = await ctx.read((db) => readWhole(db, group, asked, Infinity));
  const { kinds, opening, closing } = bookedWords[asked.lang];
  const labels = groupLabels[asked.lang];
  const decimal = (amount: number) => printMoney(money(amount, sums.currency as Currency));
  const text = [row([...labels.columns])];
  for (const account of sums.accounts) {
    const tell = (on: string, what: string, more: [string, string, string, string], balance: number) =>
      text.push(row([account.name, on, what, ...more, decimal(balance), sums.currency]));
    tell(asked.from ?? '', opening, ['', '', '', ''], account.opening);
    let balance = account.opening;
    for (const line of lines!.get(account.id) ?? []) {
      balance += line.change;
      const sides = line.change > 0 ? [decimal(line.change), ''] : ['', decimal(-line.change)];
      const number = line.receipt ?? line.invoice?.number ?? '';
      tell(line.on, kinds[line.kind], [number, line.paidBy?.name ?? '', sides[0]!, sides[1]!], balance);
    }
    tell(asked.to ?? '', closing, ['', '', '', ''], account.closing);
  }
  const { total } = sums;
  const together = (what: string, amount: number) =>
    text.push(row([labels.together, '', what, '', '', '', '', decimal(amount), sums.currency]));
  together(opening, total.opening);
  together(labels.invoiced, total.invoiced);
  together(labels.paid, -total.paid);
  together(closing, total.closing);
  return {
    name: `group-statement-${rangeOf(asked, sums.currency)}.csv`,
    type: 'text/csv; charset=utf-8',
    // Spreadsheets take the mark at the beginning as the sign of UTF-8.
    body: Buffer.from(`\ufeff${text.join('')}`),
  };
}

/** What a PDF lists at most; beyond it stand the sums alone, and the CSV has the rest. */
const mostLines = 1500;

export async function printGroupStatement(
  ctx: Ctx,
  group: Group,
  asked: Asked,
  now: Date,
): Promise<Download> {
  const { sums, lines, head, brand, seller } = await ctx.read(async (db) => {
    const [whole, organization, look, setting] = await Promise.all([
      readWhole(db, group, asked, mostLines),
      findOrganization(db, group.head),
      readBrand(db, asked.lang),
      readSetting(db, sellerSetting),
    ]);
    return { ...whole, head: organization, brand: look, seller: setting.value };
  });
  const model = {
    sums,
    lines,
    from: asked.from ?? null,
    to: asked.to ?? dateIn(head.timeZone, now),
    seller: onPaper(partyOf(seller)),
    head: onPaper(partyOf(head)),
  };
  const data = groupStatementDocument(model, asked.lang, brand);
  const options = { locale: asked.lang, createdAt: now, title: data.title };
  const body = await ctx.ports.documents.render(groupStatementTemplate, data, options);
  return pdf(`group-statement-${rangeOf(asked, sums.currency)}`, body);
}

/** The sums, and the movements of each organization, oldest first; null where there are more than `most`. */
async function readWhole(db: Db, group: Group, asked: Asked, most: number) {
  const sums = await readGroupStatement(db, group, asked);
  const lines = new Map<string, Line[]>();
  let count = 0;
  let after: string | undefined;
  do {
    const page = await readGroupEntries(
      db,
      group,
      { ...asked, currency: sums.currency, after, limit: 1000 },
      'oldest first',
    );
    for (const line of page.items) lines.set(line.of.id, [...(lines.get(line.of.id) ?? []), line]);
    count += page.items.length;
    after = page.next ?? undefined;
  } while (after !== undefined && count <= most);
  return { sums, lines: count > most ? null : lines };
}

const rangeOf = ({ from, to }: Asked, currency: string): string =>
  `${currency}-${[from, to].filter(Boolean).join('_') || 'all'}`;
