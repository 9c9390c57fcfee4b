import { sql } from 'kysely';
import type { Membership } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import { findChangePolicy, showProduct } from '../../catalog/index.ts';
import type { StoreProduct } from '../../catalog/index.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import { findService } from '../../services/index.ts';
import type { CancelReason, Service } from '../../services/index.ts';
import { termsFromJson } from '../change.ts';
import type { ChangeLineOut, ChangeOptions, ServiceChange, ServiceChanges } from '../change-contract.ts';
import { selectionOf } from '../domain/chosen.ts';
import type { ChangeState, WhyCanceled } from '../domain/change-states.ts';
import { isAbove } from '../domain/spending-limit.ts';
import { approveOrders, changeWhatRuns } from '../permissions.ts';
import { agreedOf } from '../preview-change.ts';
import { mayChange } from '../may-change.ts';

/** Who looks: somebody of the client, or of the staff, who may do all that is possible. */
export type Looking = { membership: Membership; person: string | null } | 'staff';

/** What was changed about a service and what is about to be. Errors: `not_found`. */
export async function showChanges(
  db: Db,
  organization: Id<'organization'>,
  service: Id<'service'>,
  looking: Looking,
  now: Date,
): Promise<ServiceChanges> {
  const found = await findService(db, organization, service);
  // Clients see the names of their own people only.
  const name =
    looking === 'staff'
      ? sql<string | null>`(select p.name from identity.people p where p.id = c.asked_by)`
      : sql<
          string | null
        >`(select m.name from organizations.member_names(${organization}) m where m.id = c.asked_by)`;
  const rows = await db
    .selectFrom('orders.changes as c')
    .select(['c.id', 'c.state', 'c.effective_on', 'c.before', 'c.after', 'c.lines', 'c.currency', 'c.total'])
    .select(['c.credit', 'c.invoice_id', 'c.asked_by', 'c.asked_at', 'c.expires_at', 'c.closed_at'])
    .select(['c.why_canceled', 'c.end_reason', 'c.end_note', 'c.decision_note', name.as('name')])
    .where('c.organization_id', '=', organization)
    .where('c.service_id', '=', service)
    .orderBy('c.id', 'desc')
    .limit(20)
    .execute();
  return {
    items: rows.map((row): ServiceChange => {
      const { currency } = row;
      const state = row.state as ChangeState;
      const sum = { amount: row.total, currency };
      const own = looking !== 'staff' && looking.person === row.asked_by;
      return {
        id: row.id,
        state,
        effectiveOn: row.effective_on,
        before: agreedOf(termsFromJson(row.before), currency),
        after: row.after === null ? null : agreedOf(termsFromJson(row.after), currency),
        lines: row.lines as unknown as ChangeLineOut[],
        total: { amount: Number(row.total), currency },
        credit: { amount: Number(row.credit), currency },
        invoiceId: row.invoice_id,
        askedBy: row.name,
        askedAt: row.asked_at.toISOString(),
        expiresAt: row.expires_at?.toISOString() ?? null,
        closedAt: row.closed_at?.toISOString() ?? null,
        whyCanceled: row.why_canceled as WhyCanceled | null,
        ending:
          row.end_reason === null ? null : { reason: row.end_reason as CancelReason, note: row.end_note },
        decisionNote: row.decision_note,
        can: {
          cancel: mayCancel(found, state, looking),
          approve: mayApprove(state, looking, own, row.after === null ? null : sum),
        },
      };
    }),
    can: { change: permitted(looking, changeWhatRuns, await mayChange(db, found, actorOf(looking), now)) },
  };
}

/** What a service could become. Needs to see everything. Errors: `not_found`. */
export async function showOptions(
  db: Db,
  organization: Id<'organization'>,
  id: Id<'service'>,
  looking: Looking,
  now: Date,
): Promise<ChangeOptions> {
  const service = await findService(db, organization, id);
  const found = await findChangePolicy(db, service.planId);
  const product = found && (await productOf(db, found.slug, service.currency, now));
  const never = found?.policy.upgrade === 'never' && found.policy.downgrade === 'never';
  const may = await mayChange(db, service, actorOf(looking), now);
  const offered: Ability = !product || (never && looking !== 'staff') ? { no: 'change_not_offered' } : may;
  return {
    can: { change: permitted(looking, changeWhatRuns, offered) },
    product,
    current: {
      plan: service.planId,
      cycle: service.cycle,
      quantity: service.quantity,
      ...selectionOf(service.choices),
    },
    names: service.names,
    price: { amount: Number(service.recurring), currency: service.currency },
    paidThrough: service.paidThrough,
    version: service.version,
  };
}

/** Null when it is not in the store any more. */
async function productOf(db: Db, slug: string, currency: Currency, at: Date): Promise<StoreProduct | null> {
  try {
    return JSON.parse((await showProduct(db, slug, currency, true, at)).text) as StoreProduct;
  } catch (error) {
    if (error instanceof Problem && error.kind === notFound) return null;
    throw error;
  }
}

const actorOf = (looking: Looking) => (looking === 'staff' ? 'staff' : 'client');

function permitted(looking: Looking, permission: typeof changeWhatRuns, may: Ability): Ability {
  return looking === 'staff' || mayAsMember(permission, looking.membership) ? may : { no: 'your_role' };
}

function mayCancel({ nextTerms, period }: Service, state: ChangeState, looking: Looking): Ability {
  if (state === 'done' || state === 'canceled') return { no: 'already_over' };
  const invoiced = state === 'scheduled' && nextTerms && period && period.to > nextTerms.on;
  return permitted(looking, changeWhatRuns, invoiced ? { no: 'already_invoiced' } : true);
}

function mayApprove(
  state: ChangeState,
  looking: Looking,
  own: boolean,
  /** Null: what it comes to is asked for before it is decided. */
  sum: { amount: bigint; currency: string } | null,
): Ability {
  if (state !== 'awaiting_approval') return { no: 'already_decided' };
  if (looking === 'staff') return { no: 'clients_decide' };
  if (own) return { no: 'own_order' };
  if (sum && isAbove(looking.membership.limit, sum)) return { no: 'beyond_your_limit' };
  return permitted(looking, approveOrders, true);
}
