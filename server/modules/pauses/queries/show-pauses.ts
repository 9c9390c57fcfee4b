import { mayAsMember, mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Membership } from '../../../kernel/auth/actor.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import { findPausePolicy } from '../../catalog/index.ts';
import type { PausePolicy } from '../../catalog/index.ts';
import {
  changeServices,
  findService,
  goesOn,
  keptDays,
  manageServices,
  serviceRules,
  todayOf,
} from '../../services/index.ts';
import type { PauseUnused, Service, ServiceKey } from '../../services/index.ts';
import type { ServicePauses } from '../contract.ts';
import { isOffered, mayPause, pausesLeft } from '../may-pause.ts';

/** Who looks: somebody of the client, or of the staff. */
export type Looking = { membership: Membership } | { roles: readonly StaffRole[] };

/** What pauses a service has, had and may have. Errors: `not_found`. */
export async function showPauses(
  db: Db,
  { organization, service: id }: ServiceKey,
  looking: Looking,
  now: Date,
): Promise<ServicePauses> {
  const service = await findService(db, organization, id);
  const actor = 'membership' in looking ? 'client' : 'staff';
  const today = todayOf(service, now);
  const [policy, { value: rules }, earlier] = await Promise.all([
    findPausePolicy(db, service.planId),
    readSetting(db, serviceRules),
    findEarlier(db, { organization, service: id }),
  ]);
  const left = actor === 'client' ? await pausesLeft(db, service, policy, today) : null;
  const mayAct =
    'membership' in looking
      ? mayAsMember(changeServices, looking.membership)
      : mayAsStaff(manageServices, looking.roles);
  const allowed = (ability: Ability) => (mayAct ? ability : { no: 'your_role' });
  const { pause, state } = service;
  const runs = state === 'paused';
  // What staff agreed on with a client whose product leaves pauses to staff, they end as well.
  const own: Ability = isOffered(policy, actor) || actor === 'staff' ? true : { no: 'ask_support' };
  const after = runs ? goesOn(service, today, rules.renewalLeadDays) : null;
  return {
    offer: isOffered(policy, actor) ? policy : null,
    left,
    pause: pause && {
      runs,
      ...pause,
      latestOn: latestOn(service, policy, actor),
      keptDays: keptDays(service),
      today: after && { paidThrough: after.paidThrough, nextInvoiceOn: after.nextInvoiceOn },
    },
    earlier,
    today,
    can: {
      pause: allowed(mayPause(service, { policy, left, actor, now })),
      resume: allowed(runs ? own : { no: 'not_paused' }),
      withdraw: allowed(pause && !runs ? own : { no: 'no_pause_planned' }),
      move: allowed(pause ? own : { no: 'not_paused' }),
    },
  };
}

function latestOn({ pause }: Service, { longestDays }: PausePolicy, actor: 'client' | 'staff') {
  return pause && longestDays !== null && actor === 'client' ? addDays(pause.on, longestDays) : null;
}

async function findEarlier(
  db: Db,
  { organization, service }: { organization: Id<'organization'>; service: Id<'service'> },
): Promise<ServicePauses['earlier']> {
  const rows = await db
    .selectFrom('services.pauses')
    .select(['id', 'begins_on', 'ended_on', 'unused', 'kept_days', 'credit', 'currency', 'by_staff'])
    .where('organization_id', '=', organization)
    .where('service_id', '=', service)
    .where('ended_at', 'is not', null)
    .where('began_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    on: row.begins_on,
    endedOn: row.ended_on,
    unused: row.unused as PauseUnused,
    keptDays: row.kept_days,
    credit: { amount: Number(row.credit), currency: row.currency },
    byStaff: row.by_staff,
  }));
}
