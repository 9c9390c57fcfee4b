import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { defineJob, defineSweep } from '../../../kernel/jobs/define.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { agreePrice, lockService } from '../../services/index.ts';
import { lockCampaign, lockMoves, writeMove } from '../campaign.ts';
import type { Campaign, Move } from '../campaign.ts';
import { moveStates } from '../domain/states.ts';
import { priceAnnounced } from '../messages.ts';
import { leaveUndelivered, skip } from './tell-client.ts';

/** Tries after which a mail counts as not arrived; the outbox tells staff of it at the same time. */
const tries = 5;
const batch = 1000;

/** What became of the mails of one notice: when the first was taken by a mail server, and whether any may still be. */
const mails = sql`
  select min(n.sent_at) as sent_at, bool_or(not x.dispatched or n.state = 'waiting' or (n.state = 'failed' and n.attempts < ${tries})) as open
  from unnest(m.told_to) as p (id)
  join kernel.messages x on x.person_id = p.id and x.kind = ${priceAnnounced.name} and x.occurrence = m.letter_id::text
  left join notifications.mails n on n.id = x.id`;

/** A notice that arrived makes the new price binding; one that did not is for staff to decide on. */
export const followNotice = defineJob({
  name: 'pricing.follow-notice',
  input: z.object({ letter: z.string() }),
  run: (ctx, { letter }) =>
    ctx.transact(async (tx) => {
      const found = await tx.db
        .selectFrom('pricing.moves')
        .select(['campaign_id'])
        .where('letter_id', '=', letter)
        .executeTakeFirst();
      if (!found) return;
      const campaign = await lockCampaign(tx, found.campaign_id, 'share');
      const moves = (await lockMoves(tx, { letter })).filter(({ state }) => state === 'told');
      if (moves.length === 0) return;
      const { rows } = await sql<{ sent_at: Date | null; open: boolean | null }>`
        select t.* from pricing.moves m, lateral (${mails}) as t where m.letter_id = ${letter} limit 1`.execute(
        tx.db,
      );
      const { sent_at: sentAt, open } = rows[0]!;
      for (const move of moves) {
        if (sentAt) await agree(tx, campaign, move, sentAt);
        else if (!open) await leaveUndelivered(tx, move, 'failed');
      }
    }),
});

/**
 * The notice has arrived: the service costs what it said from the day it said, unless that leaves too little time or the service has changed
 * since. The campaign and the move are locked.
 */
export async function agree(tx: Tx, campaign: Campaign, move: Move, arrived: Date): Promise<void> {
  const { organization, service } = move;
  const { timeZone, recurring, cycle } = await lockService(tx, organization, service);
  if (recurring !== move.before || cycle !== move.cycle) return skip(tx, move, 'changed');
  if (addDays(dateIn(timeZone, arrived), campaign.noticeDays) > move.on!) {
    return leaveUndelivered(tx, move, 'late');
  }
  moveStates.assertMove(move.state, 'agreed');
  const coming = {
    on: move.on!,
    recurring: move.after,
    version: move.version,
    choices: move.choices,
    move: move.id,
  };
  try {
    await agreePrice(tx, { organization, service, coming });
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== wrongState) throw error;
    return skip(tx, move, String(error.facts.reason ?? 'changed'));
  }
  await writeMove(tx, move, { state: 'agreed', why: null, delivered_at: arrived });
}

/** Finds notices of which something has become known. */
export const followNotices = defineSweep({
  name: 'pricing.follow-notices',
  cron: '*/5 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const { rows } = await sql<{ letter_id: string }>`
        select distinct m.letter_id from pricing.moves m, lateral (${mails}) as t
        where m.state = 'told' and (t.sent_at is not null or t.open is not true) limit ${batch}`.execute(
        tx.db,
      );
      for (const { letter_id: letter } of rows) tx.enqueue(followNotice, { letter }, { key: letter });
    }),
});
