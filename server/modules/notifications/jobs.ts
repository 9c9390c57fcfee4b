import { z } from 'zod';
import { defineJob } from '../../kernel/jobs/define.ts';
import { brand } from '../../kernel/brand.ts';
import { readSetting } from '../../kernel/settings.ts';
import { mailFailed } from './events.ts';

/** Failed tries after which staff are told; the queue goes on trying for a day. */
const tellStaffAfter = 5;

/**
 * Hands one mail to the mail server. A crash right after the server took it sends it again with the same Message-ID, which mail
 * programs show once.
 */
export const sendMail = defineJob({
  name: 'notifications.send-mail',
  input: z.object({ id: z.string() }),
  retries: 14,
  firstWait: 10,
  async run(ctx, { id }) {
    const { mail, name } = await ctx.read(async (db) => ({
      mail: await db
        .selectFrom('notifications.mails')
        .selectAll()
        .where('id', '=', id)
        .where('state', '!=', 'sent')
        .executeTakeFirst(),
      name: (await readSetting(db, brand)).value.name,
    }));
    if (!mail?.body) return;
    const body = JSON.parse(ctx.vault.open(`notifications.mails:${id}`, mail.body)) as {
      text: string;
      html: string;
      unsubscribe?: string;
    };
    try {
      const to = { name: mail.recipient_name, address: mail.recipient };
      await ctx.ports.mail.send({ id, from: name, to, subject: mail.subject, ...body });
    } catch (error) {
      await failed(error as Error);
      throw error;
    }
    const secret = ctx.ports.mail.delivers && ctx.product.messages.get(mail.kind)?.inApp === false;
    await ctx.transact((tx) =>
      tx.db
        .updateTable('notifications.mails')
        .set({ state: 'sent', sent_at: tx.now, error: null, ...(secret ? { body: null } : {}) })
        .where('id', '=', id)
        .execute(),
    );

    async function failed(error: Error): Promise<void> {
      await ctx.transact(async (tx) => {
        const { attempts } = await tx.db
          .updateTable('notifications.mails')
          .set((eb) => ({
            state: 'failed',
            error: error.message.slice(0, 500),
            attempts: eb('attempts', '+', 1),
          }))
          .where('id', '=', id)
          .returning('attempts')
          .executeTakeFirstOrThrow();
        if (attempts !== tellStaffAfter) return;
        tx.emit(mailFailed, {
          organizationId: null,
          subject: { kind: 'mail', id },
          data: { mailId: id, kind: mail!.kind },
        });
      });
    }
  },
});
