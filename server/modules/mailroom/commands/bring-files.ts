import type { Ctx } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { attachToFirst } from '../../support/index.ts';
import { readKept } from '../read-kept.ts';
import { keepFiles } from './keep-files.ts';

/** The files of a mail whose sender has just confirmed its words, which are a ticket already. */
export async function bringFilesTo(ctx: Ctx, { id, ticket }: { id: string; ticket: string }): Promise<void> {
  const mail = await readKept(ctx, id);
  if (!mail || mail.files.length === 0) return;
  const found = await ctx.read((db) =>
    db
      .selectFrom('support.tickets')
      .select(['organization_id', 'requester_id'])
      .where('id', '=', ticket)
      .executeTakeFirstOrThrow(),
  );
  const organization = found.organization_id as Id<'organization'>;
  const person = found.requester_id as Id<'person'>;
  const { files } = await keepFiles(ctx, mail, '', { organization, person, locale: 'id' });
  if (files.length === 0) return;
  await ctx.transact((tx) => attachToFirst(tx, { organization, ticket: ticket as Id<'ticket'> }, files));
}
