import { Readable } from 'node:stream';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Recipient } from '../../kernel/messages.ts';
import { Problem } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { invoiceVoid, notNumbered } from './contract.ts';
import { paperKey } from './mailed-paper.ts';
import type { MailedPaper } from './mailed-paper.ts';
import { invoiceSentAgain } from './messages.ts';
import { printInvoice } from './papers.ts';
import { aboutInvoice } from './tellings.ts';

interface Key {
  organization: Id<'organization'>;
  id: Id<'invoice'>;
}

const maxBytes = 10_000_000;

/** Prints an invoice and keeps it where mails find it. Errors: `not_found`, `not_numbered_yet`. */
export async function printInvoiceToMail(
  ctx: Ctx,
  { organization, id }: Key,
  locale: Locale,
): Promise<MailedPaper> {
  const { name, body } = await printInvoice(ctx, { id, organization: null }, locale);
  const bytes = body instanceof Readable ? body : Readable.from([body]);
  const { size } = await ctx.ports.files.put(paperKey(organization, locale, id), bytes, { maxBytes });
  return { locale, name, size };
}

/**
 * Mails an invoice again to somebody, once a minute at most. Returns its number. Errors: `not_numbered_yet`, `invoice_void`.
 */
export async function tellOfInvoiceAgain(
  tx: Tx,
  key: Key,
  to: Recipient,
  paper: MailedPaper,
): Promise<string> {
  const about = await aboutInvoice(tx, key);
  if (about.number === '') throw new Problem(notNumbered);
  if (about.document !== 'issued') throw new Problem(invoiceVoid);
  const minute = Math.floor(tx.now.getTime() / 60_000);
  tx.tell(invoiceSentAgain, {
    to,
    organizationId: key.organization,
    occurrence: `${key.id} ${minute}`,
    data: { ...about, organization: key.organization, invoice: key.id, paper },
  });
  return about.number;
}
