import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Json } from '../../kernel/values/json.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { CampaignBody } from './contract.ts';
import type { CampaignState, MoveState } from './domain/states.ts';

export interface Campaign extends CampaignBody {
  id: Id<'campaign'>;
  state: CampaignState;
  version: number;
}

/**
 * Takes a campaign, for changing it or so that nobody else does meanwhile (`share`). Lock order: the campaign, its moves, then services.
 * Errors: `not_found`.
 */
export async function lockCampaign(
  tx: Tx,
  id: string,
  how: 'update' | 'share' = 'update',
): Promise<Campaign> {
  const row = await tx.db
    .selectFrom('pricing.campaigns')
    .selectAll()
    .where('id', '=', id)
    .$if(how === 'update', (query) => query.forUpdate())
    .$if(how === 'share', (query) => query.forShare())
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return campaignOf(row);
}

/** Errors: `not_found`. */
export async function findCampaign(db: Db, id: string): Promise<Campaign> {
  const row = await db.selectFrom('pricing.campaigns').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return campaignOf(row);
}

/** One that is not approved. Errors: `not_found`. */
export async function findDraft(db: Db, id: string): Promise<Campaign> {
  const campaign = await findCampaign(db, id);
  if (campaign.state !== 'draft') throw new Problem(notFound);
  return campaign;
}

export function campaignOf(row: {
  id: string;
  name: string;
  state: string;
  selection: unknown;
  rule: unknown;
  effective_on: CalendarDate;
  notice_days: number;
  opt_out: string;
  keep_until: CalendarDate | null;
  texts: unknown;
  version: number;
}): Campaign {
  return {
    id: row.id as Id<'campaign'>,
    name: row.name,
    state: row.state as CampaignState,
    selection: row.selection as Campaign['selection'],
    rule: row.rule as Campaign['rule'],
    effectiveOn: row.effective_on,
    noticeDays: row.notice_days,
    optOut: row.opt_out as Campaign['optOut'],
    keepUntil: row.keep_until,
    texts: row.texts as Campaign['texts'],
    version: row.version,
  };
}

/** A move whose row this transaction holds. */
export interface Move {
  id: Id<'move'>;
  organization: Id<'organization'>;
  campaign: Id<'campaign'>;
  service: Id<'service'>;
  state: MoveState;
  currency: Currency;
  cycle: string;
  before: bigint;
  after: bigint;
  version: number | null;
  choices: Json;
  on: CalendarDate | null;
  letter: string | null;
  keepUntil: CalendarDate | null;
  keptAt: Date | null;
}

type By =
  | { move: string; campaign: string }
  | { service: string }
  | { letter: string }
  | { organization: string; campaign: string; states: readonly MoveState[] };

/** Takes moves: one by its id, the open one of a service, those of a notice, or those of a client in a campaign; in the order of ids. */
export async function lockMoves(tx: Tx, by: By): Promise<Move[]> {
  const rows = await tx.db
    .selectFrom('pricing.moves')
    .selectAll()
    .$if('move' in by, (query) =>
      query
        .where('id', '=', 'move' in by ? by.move : '')
        .where('campaign_id', '=', 'campaign' in by ? by.campaign : ''),
    )
    .$if('service' in by, (query) =>
      query
        .where('service_id', '=', 'service' in by ? by.service : '')
        .where('state', 'in', ['waiting', 'told', 'agreed', 'undelivered']),
    )
    .$if('letter' in by, (query) => query.where('letter_id', '=', 'letter' in by ? by.letter : ''))
    .$if('organization' in by, (query) =>
      query
        .where('organization_id', '=', 'organization' in by ? by.organization : '')
        .where('campaign_id', '=', 'campaign' in by ? by.campaign : '')
        .where('state', 'in', 'states' in by ? [...by.states] : []),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'move'>,
    organization: row.organization_id as Id<'organization'>,
    campaign: row.campaign_id as Id<'campaign'>,
    service: row.service_id as Id<'service'>,
    state: row.state as MoveState,
    currency: row.currency as Currency,
    cycle: row.cycle,
    before: row.before,
    after: row.after,
    version: row.price_version,
    choices: row.choices as Json,
    on: row.begins_on,
    letter: row.letter_id,
    keepUntil: row.keep_until,
    keptAt: row.kept_at,
  }));
}

interface MoveChange {
  state?: MoveState;
  why?: string | null;
  begins_on?: CalendarDate;
  letter_id?: string;
  told_to?: string[];
  told_at?: Date;
  delivered_at?: Date;
  kept_at?: Date;
  keep_until?: CalendarDate | null;
}

export async function writeMove(tx: Tx, { organization, id }: Move, change: MoveChange): Promise<void> {
  await tx.db
    .updateTable('pricing.moves')
    .set(change)
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
}

export async function writeCampaign(
  tx: Tx,
  id: string,
  change: { state: CampaignState; approved_by?: string; approved_at?: Date; withdrawn_at?: Date },
): Promise<void> {
  await tx.db
    .updateTable('pricing.campaigns')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export const about = (move: Move) => ({
  organizationId: move.organization,
  subject: { kind: 'service', id: move.service },
});
