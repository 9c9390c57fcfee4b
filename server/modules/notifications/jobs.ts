import { z } from 'zod';
import { brand } from '../../kernel/brand.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { defineJob } from '../../kernel/jobs/define.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { TextChannel } from '../../kernel/texting.ts';
import { enclose } from './enclose.ts';
import type { MailBody } from './enclose.ts';
import { mailFailed } from './events.ts';
import { mailsBefore } from './threads.ts';

/** Failed tries after which staff are told; the queue goes on trying for a day. */
const tellStaffAfter = 5;
/** A text that waited longer is not sent: what it says is over, and texts cost money. */
const textMinutes = 10;

export const sealedMail = (id: string) => `notifications.mails:${id}`;
const input = z.object({ id: z.string() });

/**
 * Hands one mail to the mail server. A crash right after the server took it sends it again with the same Message-ID, which mail
 * programs show once.
 */
export const sendMail = defineJob({
  name: 'notifications.send-mail',
  input,
  retries: 14,
  firstWait: 10,
  run: (ctx, { id }) =>
    handOver(ctx, id, ctx.ports.mail.delivers, async (mail, kept) => {
      const { body, files } = await enclose(ctx, mail.kind, kept);
      const { name } = await ctx.read(async (db) => (await readSetting(db, brand)).value);
      const to = { name: mail.recipient_name, address: mail.recipient };
      const { thread, reply_to: replyTo } = mail;
      const after = thread ? await ctx.read((db) => mailsBefore(db, { ...mail, id, thread })) : [];
      await ctx.ports.mail.send({
        id,
        from: name,
        to,
        subject: mail.subject,
        ...body,
        ...(replyTo ? { replyTo } : {}),
        ...(after.length > 0 ? { after } : {}),
        ...(files.length > 0 ? { files } : {}),
      });
      return kept.files ? { body } : {};
    }),
});

/** Hands one text to whoever sends texts. */
export const sendText = defineJob({
  name: 'notifications.send-text',
  input,
  retries: 5,
  firstWait: 5,
  run: (ctx, { id }) =>
    handOver(
      ctx,
      id,
      ctx.ports.texting.delivers,
      async ({ recipient: to, channel, created_at }, { text }) => {
        if (ctx.clock.now().getTime() - created_at.getTime() > textMinutes * 60_000)
          return { refused: 'too late' };
        await ctx.ports.texting.send({ id, channel: channel as TextChannel, to, words: text });
        return {};
      },
    ),
});

interface Waiting {
  kind: string;
  channel: string;
  recipient: string;
  recipient_name: string;
  subject: string;
  created_at: Date;
  thread: string | null;
  reply_to: string | null;
}
/** Why it never will be handed over; or what was, where that is not what was kept. */
interface Handed {
  refused?: string;
  body?: MailBody;
}

/** Hands over what waits, and notes what became of it. `hand` throws when it may be tried again. */
async function handOver(
  ctx: Ctx,
  id: string,
  delivers: boolean,
  hand: (mail: Waiting, body: MailBody) => Promise<Handed>,
): Promise<void> {
  const mail = await ctx.read((db) =>
    db
      .selectFrom('notifications.mails')
      .selectAll()
      .where('id', '=', id)
      .where('state', '!=', 'sent')
      .executeTakeFirst(),
  );
  if (!mail?.body) return;
  let handed: Handed;
  try {
    handed = await hand(mail, JSON.parse(ctx.vault.open(sealedMail(id), mail.body)) as MailBody);
  } catch (error) {
    await ctx.transact((tx) => noteFailed(tx, id, mail.kind, (error as Error).message));
    throw error;
  }
  const { refused, body } = handed;
  if (refused !== undefined) return ctx.transact((tx) => noteFailed(tx, id, mail.kind, refused));
  const emptied = delivers && isSecret(ctx, mail.kind);
  const left = emptied
    ? { body: null }
    : body
      ? { body: ctx.vault.seal(sealedMail(id), JSON.stringify(body)) }
      : {};
  await ctx.transact((tx) =>
    tx.db
      .updateTable('notifications.mails')
      .set({ state: 'sent', sent_at: tx.now, error: null, ...left })
      .where('id', '=', id)
      .execute(),
  );
}

/** What holds a one-time link or code stands nowhere but in the mail itself. */
export const isSecret = ({ product }: Pick<Ctx, 'product'>, kind: string): boolean =>
  product.messages.get(kind)?.inApp === false;

async function noteFailed(tx: Tx, id: string, kind: string, error: string): Promise<void> {
  const { attempts } = await tx.db
    .updateTable('notifications.mails')
    .set((eb) => ({ state: 'failed', error: error.slice(0, 500), attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirstOrThrow();
  if (attempts !== tellStaffAfter) return;
  tx.emit(mailFailed, { organizationId: null, subject: { kind: 'mail', id }, data: { mailId: id, kind } });
}
