import type { Membership } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findPriceVersions } from '../../catalog/index.ts';
import { findService } from '../../services/index.ts';
import { mayKeep } from '../commands/keep-price.ts';
import type { ComingPrice, PriceVersions } from '../contract.ts';
import type { MoveState } from '../domain/states.ts';
import { answerPrices } from '../permissions.ts';
import { countAtVersions } from './affected.ts';

/** What a service is going to cost, as it was announced, and what its client may do about it. Errors: `not_found`. */
export async function showComing(
  db: Db,
  organization: Id<'organization'>,
  id: Id<'service'>,
  membership: Membership | null,
): Promise<ComingPrice> {
  const [service, move] = await Promise.all([
    findService(db, organization, id),
    db
      .selectFrom('pricing.moves')
      .select(['state', 'before', 'after', 'currency', 'begins_on', 'told_at', 'keep_until', 'kept_at'])
      .where('organization_id', '=', organization)
      .where('service_id', '=', id)
      .where('state', 'in', ['told', 'agreed'])
      .executeTakeFirst(),
  ]);
  if (!move?.told_at || !move.begins_on) return { coming: null };
  const money = (amount: bigint) => ({ amount: Number(amount), currency: move.currency });
  const asked = {
    state: move.state as MoveState,
    on: move.begins_on,
    keepUntil: move.keep_until,
    keptAt: move.kept_at,
  };
  const mayAnswer = membership !== null && mayAsMember(answerPrices, membership);
  return {
    coming: {
      on: move.begins_on,
      before: money(move.before),
      after: money(move.after),
      toldAt: move.told_at.toISOString(),
      keepUntil: move.keep_until,
      kept: move.kept_at !== null,
      can: { keep: mayAnswer ? mayKeep(asked, service) : { no: 'your_role' } },
    },
  };
}

/** The history of a plan's prices and what is planned, with how many services are at each version. */
export async function showVersions(db: Db, plan: string, now: Date): Promise<PriceVersions> {
  const [versions, counts] = await Promise.all([findPriceVersions(db, [plan]), countAtVersions(db, plan)]);
  return {
    versions: versions.map(({ recurring, setup, tiers, startsAt, endsAt, ...of }) => ({
      currency: of.currency,
      cycle: of.cycle,
      version: of.version,
      addedBy: of.addedBy,
      tiers: tiers && { ...tiers, tiers: [...tiers.tiers] },
      recurring: Number(recurring),
      setup: Number(setup),
      startsAt: startsAt?.toISOString() ?? null,
      endsAt: endsAt?.toISOString() ?? null,
      state: stateOf(startsAt, endsAt, now),
      services: counts.get(`${of.currency} ${of.cycle} ${of.version}`) ?? 0,
    })),
  };
}

function stateOf(startsAt: Date | null, endsAt: Date | null, now: Date) {
  if (startsAt && endsAt && startsAt.getTime() === endsAt.getTime()) return 'withdrawn';
  if (startsAt && startsAt > now) return 'planned';
  return endsAt === null || endsAt > now ? 'current' : 'past';
}
