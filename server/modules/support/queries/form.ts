import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { readSettings } from '../../../kernel/settings.ts';
import type { Queue, TicketForm } from '../contract.ts';
import { allowedEndings } from '../domain/file-types.ts';
import { copyRules, fileRules, priorityMatrix, statusNames, ticketRules } from '../settings.ts';

export async function readForm(db: Db): Promise<TicketForm> {
  const [queues, [rules, files, matrix, names, copies]] = await Promise.all([
    listQueues(db),
    readSettings(db, ticketRules, fileRules, priorityMatrix, statusNames, copyRules),
  ]);
  return {
    queues: queues.filter(({ offered }) => offered).map(({ name, titles }) => ({ name, titles })),
    answerMinutes: rules.answerMinutes,
    matrix,
    statusNames: names,
    maxFileBytes: files.maxMegabytes * 1_000_000,
    fileEndings: [...allowedEndings],
    mostCopied: copies.perTicket,
  };
}

export async function listQueues(db: Db): Promise<Queue[]> {
  const rows = await db
    .selectFrom('support.queues')
    .selectAll()
    .orderBy('position')
    .orderBy('name')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, titles: row.titles as Queue['titles'] }));
}

/** The tags that were given lately, by name. */
export async function listTags(db: Db): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select distinct unnest(t.tags) as tag from (
      select tags from support.tickets where tags <> '{}' order by last_message_at desc, id desc limit 1000
    ) t order by tag limit 200`.execute(db);
  return rows.map(({ tag }) => tag);
}
