import type { Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findOrMakeGuest } from '../../guests/index.ts';
import { hasAccess } from '../../organizations/index.ts';
import { addNote, replyByMail } from '../../support/index.ts';
import { mailGone, mailSettled, nobodyWrote, senderNotThere, unknownTicket } from '../contract.ts';
import type { Accept } from '../contract.ts';
import { languageOf } from '../domain/language.ts';
import { withoutSignature, written } from '../domain/written.ts';
import { findSender, findTickets } from '../queries/find-out.ts';
import { readKept } from '../read-kept.ts';
import type { ReadMail } from '../domain/mail.ts';
import { keepFiles } from './keep-files.ts';
import { openFrom } from './sort-mail.ts';
import { take } from './take.ts';

/**
 * Somebody looked at a mail that waits and says where it belongs. Errors: `not_found`, `mail_settled`, `mail_gone`, `unknown_ticket`,
 * `sender_not_there`, `nobody_wrote`.
 */
export async function acceptMail(
  ctx: Ctx,
  session: Session,
  id: string,
  to: Accept,
): Promise<{ id: Id<'ticket'>; number: number }> {
  const row = await ctx.read((db) =>
    db
      .selectFrom('mailroom.mails as m')
      .innerJoin('mailroom.mailboxes as b', 'b.id', 'm.mailbox_id')
      .select(['m.state', 'm.kept', 'b.queue'])
      .where('m.id', '=', id)
      .executeTakeFirst(),
  );
  if (!row) throw new Problem(notFound);
  if (row.state !== 'quarantined') throw new Problem(mailSettled);
  const mail = row.kept ? await readKept(ctx, id) : null;
  if (!mail) throw new Problem(mailGone);
  const { ticket } =
    to.to === 'ticket'
      ? await intoTicket(ctx, session, id, mail, to.number)
      : await asNewTicket(ctx, session, id, mail, to, row.queue);
  const { number } = await ctx.read((db) =>
    db.selectFrom('support.tickets').select('number').where('id', '=', ticket).executeTakeFirstOrThrow(),
  );
  return { id: ticket, number: Number(number) };
}

/** As the words of the sender where they follow the ticket; else as a note of whoever decided, so that nobody is believed to have said it. */
async function intoTicket(ctx: Ctx, { person }: Session, id: string, mail: ReadMail, number: number) {
  const from = mail.from?.address ?? '';
  const tickets = await ctx.read((db) =>
    findTickets(db, from, { ids: [], numbers: [number] }, ctx.clock.now()),
  );
  const ticket = [...tickets.values()][0];
  if (!ticket) throw new Problem(unknownTicket);
  const { organization, follower } = ticket;
  if (follower) {
    const post = await keepFiles(ctx, mail, written(mail.marked), { organization, ...follower });
    return ctx.transact((tx) =>
      take(
        tx,
        id,
        mail,
        () => replyByMail(tx, { organization, ...follower }, { ticket: ticket.id, ...post }),
        person.id,
      ),
    );
  }
  const said = `Email: ${[mail.from?.name, from].filter(Boolean).join(' · ')}\n\n${mail.marked}`;
  const { locale } = person;
  const post = await keepFiles(ctx, mail, said, { organization, person: person.id, locale, side: 'staff' });
  return ctx.transact((tx) =>
    take(
      tx,
      id,
      mail,
      async () => {
        await addNote(tx, { person }, { ticket: ticket.id, ...post });
        return { ticket: ticket.id, opened: false };
      },
      person.id,
    ),
  );
}

async function asNewTicket(
  ctx: Ctx,
  { person }: Session,
  id: string,
  mail: ReadMail,
  to: Exclude<Accept, { to: 'ticket' }>,
  queue: string | null,
) {
  const { from } = mail;
  if (!from) throw new Problem(nobodyWrote);
  if (to.to === 'organization') {
    const { organization } = to;
    const sender = await ctx.read(async (db) => {
      const found = await findSender(db, from.address, ctx.clock.now());
      return found && (await hasAccess(db, organization, found.person)) ? found : null;
    });
    if (!sender) throw new Problem(senderNotThere);
    return openFrom(ctx, id, mail, { sender, organization, queue }, person.id);
  }
  const name = from.name || from.address;
  const locale = languageOf(withoutSignature(mail.text));
  const guest = await ctx.transact((tx) =>
    findOrMakeGuest(tx, { email: from.address, name, locale, timeZone: person.timeZone }),
  );
  const sender = { person: guest.person, name, locale };
  return openFrom(ctx, id, mail, { sender, organization: guest.organization, queue }, person.id);
}
