import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Queue, TicketForm } from '../contract.ts';
import { allowedEndings } from '../domain/file-types.ts';
import { fileRules, ticketRules } from '../settings.ts';

export async function readForm(db: Db): Promise<TicketForm> {
  const [queues, rules, files] = await Promise.all([
    listQueues(db),
    readSetting(db, ticketRules),
    readSetting(db, fileRules),
  ]);
  return {
    queues: queues.filter(({ offered }) => offered).map(({ name, titles }) => ({ name, titles })),
    answerMinutes: rules.value.answerMinutes,
    maxFileBytes: files.value.maxMegabytes * 1_000_000,
    fileEndings: [...allowedEndings],
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
