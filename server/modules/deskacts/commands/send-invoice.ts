import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { printInvoiceToMail, tellOfInvoiceAgain } from '../../billing/index.ts';
import { noteDeskAct } from '../../support/index.ts';
import { notOfTicket, notReader } from '../contract.ts';
import type { SendBody } from '../contract.ts';
import { readReaders, readTicketOf } from '../queries/client-panel.ts';

/**
 * Mails an invoice again, with its PDF, to somebody of the client who may read it or to the billing address; the same to the same one once
 * a minute at most. Errors: `not_found`, `not_of_ticket`, `not_reader`, `not_numbered_yet`, `invoice_void`.
 */
export async function sendInvoice(ctx: Ctx, ticket: Id<'ticket'>, asked: SendBody): Promise<void> {
  const { organization, reader } = await ctx.read(async (db) => {
    const { organization: of } = await readTicketOf(db, ticket);
    const { rows } = await sql`
      select from billing.invoices where organization_id = ${of} and id = ${asked.invoiceId}`.execute(db);
    if (rows.length === 0) throw new Problem(notOfTicket);
    const found = (await readReaders(db, of)).find(({ id }) => id === asked.personId);
    if (!found) throw new Problem(notReader);
    return { organization: of, reader: found };
  });
  const locale = asked.personId === null ? asked.language : reader.locale;
  const key = { organization, id: asked.invoiceId };
  const paper = await printInvoiceToMail(ctx, key, locale);
  await ctx.transact(async (tx) => {
    const to =
      asked.personId === null
        ? { address: reader.email, name: reader.name, locale }
        : { person: asked.personId };
    const number = await tellOfInvoiceAgain(tx, key, to, paper);
    await noteDeskAct(tx, ticket, { act: 'invoice_sent', about: asked.invoiceId, label: number });
  });
}
