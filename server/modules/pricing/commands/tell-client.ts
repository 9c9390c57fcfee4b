import type { Tx } from '../../../kernel/db/tx.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { findMembersWhoMay, findOrganization } from '../../organizations/index.ts';
import { lockService, whyNotRepriced } from '../../services/index.ts';
import type { Service } from '../../services/index.ts';
import { about, writeMove } from '../campaign.ts';
import type { Campaign, Move } from '../campaign.ts';
import { earliestDay, firstPeriodFrom } from '../domain/new-price.ts';
import { moveStates } from '../domain/states.ts';
import type { whyUndelivered } from '../domain/states.ts';
import { moveSkipped, noticeUndelivered, priceTold } from '../events.ts';
import { priceAnnounced } from '../messages.ts';
import type { ToldMove } from '../messages.ts';
import { answerPrices } from '../permissions.ts';

/**
 * Writes one notice to a client about moves of theirs, to each who decides about money. What has changed since the campaign was approved is
 * left out and keeps its price. The campaign and the moves are locked.
 */
export async function tellClient(tx: Tx, campaign: Campaign, moves: readonly Move[]): Promise<void> {
  const { organization } = moves[0]!;
  const [{ name, slug }, people] = await Promise.all([
    findOrganization(tx.db, organization),
    findMembersWhoMay(tx.db, organization, answerPrices),
  ]);
  const letter = tx.newId<'letter'>();
  const told: ToldMove[] = [];
  const services: string[] = [];
  const { keepUntil } = campaign;
  let mayKeep = false;
  for (const move of moves) {
    const service = await lockService(tx, organization, move.service);
    const on = firstPeriodFrom(service, earliestDay(campaign, tx.now, service.timeZone));
    const why = whySkipped(move, service, on, tx.now);
    if (why) await skip(tx, move, why);
    else if (people.length === 0) await leaveUndelivered(tx, move, 'nobody');
    else {
      moveStates.assertMove(move.state, 'told');
      await writeMove(tx, move, {
        state: 'told',
        why: null,
        begins_on: on!,
        letter_id: letter,
        told_to: people,
        told_at: tx.now,
      });
      const { campaign: campaignId, id: moveId, before, after, currency, cycle } = move;
      const sums = { before: Number(before), after: Number(after), currency };
      tx.emit(priceTold, { ...about(move), data: { campaignId, moveId, on: on!, ...sums } });
      const names = service.label ? { id: service.label, en: service.label } : service.names;
      // A term may promise the old price for longer than anybody could keep it.
      mayKeep ||= keepUntil !== null && firstPeriodFrom(service, keepUntil)! > on!;
      services.push(move.service);
      told.push({ names: { ...names }, cycle, on: on!, ...sums });
    }
  }
  if (told.length === 0) return;
  for (const person of people) {
    tx.tell(priceAnnounced, {
      to: { person },
      organizationId: organization,
      occurrence: letter,
      data: {
        texts: campaign.texts,
        client: name,
        moves: told,
        keepUntil: mayKeep ? keepUntil : null,
        path: `/o/${slug}/services${services.length === 1 ? `/${services[0]}` : ''}`,
      },
    });
  }
}

/** Why the price of a service does not change after all; null when it does. */
function whySkipped(move: Move, service: Service, on: CalendarDate | null, now: Date): string | null {
  if (service.state === 'cancel_scheduled') return 'ends';
  if (on === null) return 'ended';
  const no = whyNotRepriced(service, on, now);
  if (no) return no;
  return service.recurring === move.before && service.cycle === move.cycle ? null : 'changed';
}

/** The service keeps its price. */
export async function skip(tx: Tx, move: Move, why: string): Promise<void> {
  moveStates.assertMove(move.state, 'skipped');
  await writeMove(tx, move, { state: 'skipped', why });
  tx.emit(moveSkipped, { ...about(move), data: { campaignId: move.campaign, moveId: move.id, why } });
}

/** Staff decide what becomes of it; until then the old price stays. */
export async function leaveUndelivered(
  tx: Tx,
  move: Move,
  why: (typeof whyUndelivered)[number],
): Promise<void> {
  moveStates.assertMove(move.state, 'undelivered');
  await writeMove(tx, move, { state: 'undelivered', why });
  tx.emit(noticeUndelivered, { ...about(move), data: { campaignId: move.campaign, moveId: move.id, why } });
}
