import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fileKey } from '../../kernel/files.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { uploadHours } from './commands/attach.ts';
import { close } from './commands/close-ticket.ts';
import { undoMilliseconds } from './commands/desk/undo-many.ts';
import { ticketRules } from './settings.ts';

const one = z.object({ organization: z.string(), id: z.string() });
const batch = 1000;

/** Nobody objected. */
export const closeTicketJob = defineJob({
  name: 'support.close-ticket',
  input: one,
  async run(ctx, input) {
    const organization = input.organization as Id<'organization'>;
    await ctx.transact(async (tx) => {
      const { value } = await readSetting(tx.db, ticketRules);
      const due = await tx.db
        .selectFrom('support.tickets')
        .select('id')
        .where('organization_id', '=', organization)
        .where('id', '=', input.id)
        .where('status', '=', 'resolved')
        .where('settled_at', '<=', daysBefore(tx.now, value.closeDays))
        .forNoKeyUpdate()
        .executeTakeFirst();
      if (due) await close(tx, organization, due.id as Id<'ticket'>, 'resolved', 'system');
    });
  },
});

export const closeResolved = defineSweep({
  name: 'support.close-resolved',
  cron: '17 * * * *',
  async run(ctx) {
    await ctx.transact(async (tx) => {
      const { value } = await readSetting(tx.db, ticketRules);
      const due = await tx.db
        .selectFrom('support.tickets')
        .select(['organization_id as organization', 'id'])
        .where('status', '=', 'resolved')
        .where('settled_at', '<=', daysBefore(tx.now, value.closeDays))
        .orderBy('settled_at')
        .limit(batch)
        .execute();
      for (const ticket of due) tx.enqueue(closeTicketJob, ticket, { key: ticket.id });
    });
  },
});

/** What could be undone once and no longer can, and who left a ticket without a word. */
export const sweepUndoable = defineSweep({
  name: 'support.sweep-undoable',
  cron: '37 * * * *',
  async run(ctx) {
    await ctx.transact(async (tx) => {
      await tx.db
        .deleteFrom('support.undoable')
        .where('done_at', '<=', new Date(tx.now.getTime() - undoMilliseconds))
        .execute();
      await tx.db.deleteFrom('support.presence').where('until', '<=', tx.now).execute();
    });
  },
});

/**
 * Deletes an upload that no message took. The bytes go first: a row without its file is found again and swept again, a file without
 * its row would stay for good. No message can take it meanwhile, since it is too old for that.
 */
export const dropUpload = defineJob({
  name: 'support.drop-upload',
  input: one,
  async run(ctx: Ctx, input) {
    const left = await ctx.read((db) =>
      db
        .selectFrom('support.attachments')
        .select('id')
        .where('organization_id', '=', input.organization)
        .where('id', '=', input.id)
        .where('message_id', 'is', null)
        .executeTakeFirst(),
    );
    if (!left) return;
    await ctx.ports.files.delete(fileKey(input.organization as Id<'organization'>, 'support', left.id));
    await ctx.transact((tx) =>
      tx.db
        .deleteFrom('support.attachments')
        .where('organization_id', '=', input.organization)
        .where('id', '=', left.id)
        .where('message_id', 'is', null)
        .execute(),
    );
  },
});

export const sweepUploads = defineSweep({
  name: 'support.sweep-uploads',
  cron: '47 * * * *',
  async run(ctx) {
    await ctx.transact(async (tx) => {
      const left = await tx.db
        .selectFrom('support.attachments')
        .select(['organization_id as organization', 'id'])
        .where('message_id', 'is', null)
        // an hour more than a message may wait for its upload
        .where('uploaded_at', '<=', new Date(tx.now.getTime() - (uploadHours + 1) * 3_600_000))
        .orderBy('uploaded_at')
        .limit(batch)
        .execute();
      for (const upload of left) tx.enqueue(dropUpload, upload, { key: upload.id });
    });
  },
});

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
