import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fileKey } from '../../kernel/files.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { draftDays, uploadHours } from './commands/attach.ts';
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

/** What nobody went on writing. */
export const sweepDrafts = defineSweep({
  name: 'support.sweep-drafts',
  cron: '27 3 * * *',
  async run(ctx) {
    await ctx.transact((tx) =>
      tx.db.deleteFrom('support.drafts').where('saved_at', '<=', daysBefore(tx.now, draftDays)).execute(),
    );
  },
});

/** No draft of whoever uploaded attachment `a` names it. */
const inNoDraft = sql<boolean>`not exists (select from support.drafts d where d.person_id = a.uploaded_by and a.id = any (d.files))`;

/** The bytes of a file that a redacted message had, once no other message has it. */
export const dropBytes = defineJob({
  name: 'support.drop-bytes',
  input: one,
  async run(ctx: Ctx, input) {
    const left = await ctx.read((db) =>
      db
        .selectFrom('support.attachments')
        .select('id')
        .where((eb) => eb.or([eb('id', '=', input.id), eb('copy_of', '=', input.id)]))
        .executeTakeFirst(),
    );
    if (left) return;
    await ctx.ports.files.delete(fileKey(input.organization as Id<'organization'>, 'support', input.id));
  },
});

/**
 * Deletes an upload that nothing took. Its size goes first, so that no message takes it any more; then the bytes: a row without its
 * file is found again and swept again, a file without its row would stay for good.
 */
export const dropUpload = defineJob({
  name: 'support.drop-upload',
  input: one,
  async run(ctx: Ctx, input) {
    const left = await ctx.transact((tx) =>
      tx.db
        .updateTable('support.attachments as a')
        .set({ size: null })
        .where('a.organization_id', '=', input.organization)
        .where('a.id', '=', input.id)
        .where('a.message_id', 'is', null)
        .where(inNoDraft)
        .returning('a.id')
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
        .selectFrom('support.attachments as a')
        .select(['a.organization_id as organization', 'a.id'])
        .where('a.message_id', 'is', null)
        .where('a.uploaded_at', '<=', new Date(tx.now.getTime() - (uploadHours + 1) * 3_600_000))
        .where(inNoDraft)
        .orderBy('a.uploaded_at')
        .limit(batch)
        .execute();
      for (const upload of left) tx.enqueue(dropUpload, upload, { key: upload.id });
    });
  },
});

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
