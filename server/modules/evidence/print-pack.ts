import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { formatMoney, money } from '../../kernel/values/money.ts';
import type { Currency, Locale } from '../../kernel/values/money.ts';
import { printInvoice, printReceipt, printSections } from '../billing/index.ts';
import type { DisputeReason } from '../payments/index.ts';
import { evidenceParts } from './contract.ts';
import type { Collected, EvidencePart } from './contract.ts';
import { sectionsOf, timeOf } from './documents/sections.ts';
import { evidenceWords } from './documents/words.ts';
import { zip } from './domain/zip.ts';
import type { ZipEntry } from './domain/zip.ts';

/** What a pack says and about which dispute. */
export interface PackToPrint {
  id: Id<'evidence'>;
  organization: Id<'organization'>;
  dispute: Id<'dispute'>;
  reference: string;
  reason: DisputeReason;
  paidWith: string;
  amount: bigint;
  currency: Currency;
  collected: Collected;
  collectedAt: Date;
  parts: EvidencePart[];
  language: Locale;
  statement: string;
  state: 'draft' | 'sending' | 'sent';
  version: number;
  documentId: Id<'file'> | null;
  archiveId: Id<'file'> | null;
}

/** Errors: `not_found` when nothing was collected yet. */
export async function findPack(db: Db, dispute: Id<'dispute'>): Promise<PackToPrint> {
  const row = await db
    .selectFrom('evidence.packs as e')
    .innerJoin('payments.disputes as d', 'd.id', 'e.dispute_id')
    .innerJoin('payments.attempts as a', (join) =>
      join.onRef('a.organization_id', '=', 'd.organization_id').onRef('a.id', '=', 'd.attempt_id'),
    )
    .selectAll('e')
    .select(['d.reference', 'd.reason', 'd.amount', 'd.currency', 'a.paid_with'])
    .where('d.id', '=', dispute)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    id: row.id as Id<'evidence'>,
    organization: row.organization_id as Id<'organization'>,
    dispute,
    reference: row.reference,
    reason: row.reason as DisputeReason,
    paidWith: row.paid_with,
    amount: row.amount,
    currency: row.currency as Currency,
    collected: row.collected as unknown as Collected,
    collectedAt: row.collected_at,
    parts: evidenceParts.filter((part) => row.parts.includes(part)),
    language: row.language as Locale,
    statement: row.statement,
    state: row.state as PackToPrint['state'],
    version: row.version,
    documentId: row.document_id as Id<'file'> | null,
    archiveId: row.archive_id as Id<'file'> | null,
  };
}

/** The evidence as a PDF, in the language that was chosen. Outside transactions. */
export async function printPack(ctx: Ctx, pack: PackToPrint): Promise<Buffer> {
  const { language: locale, collected, collectedAt } = pack;
  const words = evidenceWords[locale];
  const isDraft = pack.state === 'draft';
  const body = await printSections(
    ctx,
    {
      heading: words.heading,
      number: collected.invoices[0]?.number ?? '',
      status: isDraft
        ? { words: words.draft, sign: '·', tone: 'attention' }
        : { words: words.frozen, sign: '✓', tone: 'good' },
      facts: [
        { label: words.reason, value: words.reasons[pack.reason] },
        { label: words.paidWith, value: pack.paidWith },
        { label: words.dispute, value: pack.reference },
        { label: words.collected, value: `${timeOf(collectedAt.toISOString())} UTC` },
      ],
      lead: { figure: formatMoney(money(pack.amount, pack.currency), locale), words: words.leadDisputed },
      sections: [
        ...(pack.statement ? [{ heading: words.statement, text: pack.statement }] : []),
        ...sectionsOf(collected, pack.parts, locale),
      ],
      client: { id: pack.organization, label: words.client },
      sellerLabel: words.seller,
      createdAt: collectedAt,
    },
    locale,
  );
  return Buffer.from(body);
}

/** The evidence, the papers it speaks of and an index with the SHA-256 of each, as one ZIP. Outside transactions. */
export async function archivePack(ctx: Ctx, pack: PackToPrint, document: Buffer): Promise<Buffer> {
  const { collected, parts, language: locale, collectedAt } = pack;
  const files: ZipEntry[] = [{ name: 'evidence.pdf', content: document }];
  if (parts.includes('invoices'))
    for (const [index, { id, number }] of collected.invoices.entries())
      if (number !== null) {
        const paper = await printInvoice(ctx, { id: id as Id<'invoice'>, organization: null }, locale);
        files.push({ name: `invoice-${index + 1}.pdf`, content: await bytesOf(paper.body) });
      }
  const receipt = collected.payment?.receipt;
  if (parts.includes('payment') && receipt?.number) {
    const paper = await printReceipt(ctx, { id: receipt.id as Id<'receipt'>, organization: null }, locale);
    files.push({ name: 'receipt.pdf', content: await bytesOf(paper.body) });
  }
  const told = Object.fromEntries(parts.map((part) => [part, collected[part]]));
  files.push({ name: 'records.json', content: Buffer.from(JSON.stringify(told, null, 2)) });
  const index = {
    dispute: pack.reference,
    collectedAt: collectedAt.toISOString(),
    parts,
    files: files.map(({ name, content }) => ({ name, bytes: content.length, sha256: sha256(content) })),
  };
  return zip(
    [{ name: 'index.json', content: Buffer.from(JSON.stringify(index, null, 2)) }, ...files],
    collectedAt,
  );
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

async function bytesOf(body: Readable | Uint8Array): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Buffer[] = [];
  for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
