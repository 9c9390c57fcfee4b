import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wordsForPictures } from '../../../kernel/values/placed-picture.ts';
import { noteBounce, ownMailId } from '../../notifications/index.ts';
import { nameCopied, openTicket, replyAsCopied, replyByMail } from '../../support/index.ts';
import type { Copied } from '../../support/index.ts';
import { route } from '../domain/route.ts';
import type { Reason, Route } from '../domain/route.ts';
import { withoutSignature, written } from '../domain/written.ts';
import { headOf, subjectOf } from '../head.ts';
import { mailQuarantined } from '../events.ts';
import { findOut } from '../queries/find-out.ts';
import type { Sender } from '../queries/find-out.ts';
import { readKept } from '../read-kept.ts';
import type { ReadMail } from '../domain/mail.ts';
import { askSender } from './ask-sender.ts';
import { followCopied } from './follow-copied.ts';
import { keepFiles } from './keep-files.ts';
import { take } from './take.ts';

/** Decides what becomes of a mail that arrived, and does it, once. */
export async function sortArrived(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.read((db) =>
    db
      .selectFrom('mailroom.mails as m')
      .innerJoin('mailroom.mailboxes as b', 'b.id', 'm.mailbox_id')
      .select(['m.id', 'b.believed', 'b.queue'])
      .where('m.id', '=', id)
      .where('m.state', '=', 'arrived')
      .executeTakeFirst(),
  );
  if (!row) return;
  const mail = await readKept(ctx, id);
  if (!mail) return settle(ctx, id, null, { to: 'quarantine', why: 'unreadable', ticket: null, ask: false });
  if (mail.report) return takeReport(ctx, id, mail);
  const host = ctx.publicUrl.hostname;
  const { found, sender, tickets } = await ctx.read((db) =>
    findOut(db, ctx.vault, mail, { ...row, host, now: ctx.clock.now() }),
  );
  const to = route(found);
  if (to.to === 'ticket') {
    const ticket = tickets.get(to.ticket);
    assert(ticket, 'a mail goes into a ticket that it names');
    const { organization, copied } = ticket;
    const follower = ticket.follower ?? (copied && (await personOf(ctx, copied, mail)));
    assert(follower, 'a mail goes into a ticket in which its sender takes part');
    const post = await keepFiles(ctx, mail, written(mail.marked), { organization, ...follower });
    await ctx.transact((tx) =>
      take(tx, id, mail, async () => {
        const from = { organization, person: follower.person, name: follower.name };
        const reply = { ticket: ticket.id, ...post };
        if (!ticket.follower) return replyAsCopied(tx, from, copied!, reply);
        const posted = await replyByMail(tx, from, reply);
        await followCopied(tx, mail, { organization, ticket: posted.ticket, sender: follower.person });
        return posted;
      }),
    );
    return;
  }
  if (to.to === 'new') {
    assert(sender, 'a new ticket has somebody who asks');
    await openFrom(ctx, id, mail, {
      sender,
      organization: to.organization as Id<'organization'>,
      queue: row.queue,
    });
    return;
  }
  await settle(ctx, id, mail, to);
}

/** Whoever writes from an outside address that a ticket is copied to: somebody by name from their first mail on. */
function personOf(ctx: Ctx, copied: Copied, mail: ReadMail) {
  return ctx.transact((tx) => nameCopied(tx, copied, mail.from!));
}

/** Opens a ticket of a member out of a mail that waits or has just arrived. */
export async function openFrom(
  ctx: Ctx,
  id: string,
  mail: ReadMail,
  to: {
    sender: Pick<Sender, 'person' | 'name' | 'locale'>;
    organization: Id<'organization'>;
    queue: string | null;
  },
  by: Id<'person'> | null = null,
): Promise<{ ticket: Id<'ticket'> }> {
  const { sender, organization, queue } = to;
  const post = await keepFiles(ctx, mail, withoutSignature(mail.marked), { organization, ...sender });
  return ctx.transact((tx) =>
    take(
      tx,
      id,
      mail,
      async () => {
        const { id: ticket } = await openTicket(tx, {
          ...post,
          organization,
          subject: subjectOf(mail, wordsForPictures(post.text)),
          kind: 'question',
          priority: 'normal',
          queue: queue ?? undefined,
          language: sender.locale,
          serviceId: null,
          invoiceId: null,
          requester: { id: sender.person, name: sender.name },
          author: { kind: 'client', id: sender.person, name: sender.name },
          status: 'new',
        });
        await followCopied(tx, mail, { organization, ticket, sender: sender.person });
        return { ticket, opened: true };
      },
      by,
    ),
  );
}

async function settle(
  ctx: Ctx,
  id: string,
  mail: ReadMail | null,
  to: Extract<Route, { to: 'quarantine' | 'nothing' }>,
): Promise<void> {
  await ctx.transact(async (tx) => {
    if (to.to === 'nothing')
      return void (await mark(tx, id, mail, { state: 'nothing', reason: to.why, ticket: null }));
    const reason: Reason = to.why;
    if (!(await mark(tx, id, mail, { state: 'quarantined', reason, ticket: to.ticket }))) return;
    const asked = to.ask && mail !== null && (await askSender(tx, mail));
    if (asked)
      await tx.db.updateTable('mailroom.mails').set({ asked_at: tx.now }).where('id', '=', id).execute();
    tx.emit(mailQuarantined, {
      organizationId: null,
      subject: { kind: 'received-mail', id },
      data: { reason, asked },
    });
  });
}

/** What servers report of our mails: who does not get them any more. A report about a mail that never was marks nothing. */
async function takeReport(ctx: Ctx, id: string, mail: ReadMail): Promise<void> {
  const { kind, about, recipients } = mail.report!;
  const sent = about && ownMailId(about, ctx.publicUrl.hostname);
  await ctx.transact(async (tx) => {
    if (!(await mark(tx, id, mail, { state: 'nothing', reason: 'report', ticket: null }))) return;
    if (!sent || kind !== 'delivery') return;
    for (const { address, outcome, why } of recipients)
      if (outcome === 'failed') await noteBounce(tx, { mail: sent, recipient: address, why });
  });
}

/** Of several who sort the same mail, the first; false for the others. */
async function mark(
  tx: Tx,
  id: string,
  mail: ReadMail | null,
  to: { state: string; reason: string; ticket: string | null },
): Promise<boolean> {
  const marked = await tx.db
    .updateTable('mailroom.mails')
    .set({ ...headOf(mail), state: to.state, reason: to.reason, ticket_id: to.ticket })
    .where('id', '=', id)
    .where('state', '=', 'arrived')
    .returning('id')
    .executeTakeFirst();
  return marked !== undefined;
}
