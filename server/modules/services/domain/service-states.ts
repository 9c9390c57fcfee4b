import { defineStates, unless, type Ability, type StateOf } from '../../../kernel/values/state-machine.ts';

/** The commercial side of a service: what was agreed. Whether it runs is another machine, in provisioning. */
export const serviceStates = defineStates({
  pending: ['trialing', 'active', 'ended'],
  trialing: ['active', 'past_due', 'cancel_scheduled', 'ended'],
  active: ['past_due', 'paused', 'cancel_scheduled', 'ended'],
  past_due: ['active', 'paused', 'cancel_scheduled', 'ended'],
  // What became overdue meanwhile is overdue once it goes on.
  paused: ['active', 'past_due', 'ended'],
  // A cancellation taken back leaves the service as it was, or as it has become meanwhile.
  cancel_scheduled: ['trialing', 'active', 'past_due', 'ended'],
  ended: [],
});

export type ServiceState = StateOf<typeof serviceStates>;

/** Why a service may be held, and what lifts it. Several can hold at once; it runs again when none is left. */
export const suspensionReasons = {
  non_payment: 'payment',
  abuse: 'staff',
  customer: 'client',
  manual: 'staff',
  security: 'staff',
} as const;

export type SuspensionReason = keyof typeof suspensionReasons;

const untilEnded = {
  pending: true,
  trialing: true,
  active: true,
  past_due: true,
  paused: true,
  cancel_scheduled: true,
  ended: 'ended',
} as const;

const onlyActive = {
  pending: 'not_active_yet',
  trialing: 'in_trial',
  active: true,
  past_due: 'past_due',
  paused: 'paused',
  cancel_scheduled: 'cancel_scheduled',
  ended: 'ended',
} as const;

function onlyWhile<Otherwise extends string>(state: ServiceState, otherwise: Otherwise) {
  const rows = serviceStates.all.map((each) => [
    each,
    each === state || (each === 'ended' ? each : otherwise),
  ]);
  return Object.fromEntries(rows) as Record<ServiceState, true | 'ended' | Otherwise>;
}

/**
 * Per state: true, or why not. `keep` takes a scheduled cancellation back, `suspend` holds a service and
 * `lift` lets it go, `end` is at once. `cancel` is open as long as there is something to cancel, whatever is
 * owed: nobody is kept by a disabled button. What is paused has no end of a period to wait for: it ends at once.
 */
const byState = {
  activate: onlyWhile('pending', 'already_active'),
  change: { ...onlyActive, trialing: true },
  renew: onlyActive,
  pause: onlyActive,
  resume: onlyWhile('paused', 'not_paused'),
  cancel: { ...untilEnded, paused: 'paused', cancel_scheduled: 'cancel_scheduled' },
  keep: onlyWhile('cancel_scheduled', 'not_canceled'),
  suspend: { ...untilEnded, pending: 'not_active_yet' },
  lift: untilEnded,
  end: untilEnded,
} as const satisfies Record<string, Record<ServiceState, true | string>>;

export type ServiceAct = keyof typeof byState;

type ByState = (typeof byState)[ServiceAct][ServiceState];
type NotNow =
  | 'staff_only'
  | 'suspended'
  | 'paused'
  | 'already_suspended'
  | 'not_suspended'
  | 'ask_support'
  | 'pay_first'
  | 'unpaid_invoice';
export type NoReason = Exclude<ByState, true> | NotNow;

export type ServiceAbilities = Record<ServiceAct, Ability<NoReason>>;

export interface ServiceFacts {
  readonly state: ServiceState;
  readonly suspendedFor: readonly SuspensionReason[];
  readonly hasUnpaidInvoice: boolean;
}

/** What a client, or the staff, may do with a service now, and if not, why. Permissions come on top. */
export function serviceAbilities(actor: 'client' | 'staff', facts: ServiceFacts): ServiceAbilities {
  const { state, suspendedFor, hasUnpaidInvoice } = facts;
  const client = actor === 'client';
  const suspended = suspendedFor.length > 0;
  const lifted = suspendedFor.map((reason) => suspensionReasons[reason]);
  const running = unless({ suspended });
  const conditions: Record<ServiceAct, Ability<NotNow>> = {
    activate: unless({ staff_only: client }),
    change: unless({ suspended, unpaid_invoice: hasUnpaidInvoice }),
    renew: running,
    pause: running,
    // Whatever else holds it holds it further.
    resume: true,
    cancel: true,
    keep: true,
    suspend: unless({ already_suspended: client && suspended, paused: client && state === 'paused' }),
    // Paying is not said to help while the staff hold the service as well.
    lift: unless({
      not_suspended: !suspended,
      ask_support: client && lifted.includes('staff'),
      pay_first: client && lifted.includes('payment'),
    }),
    end: unless({ staff_only: client }),
  };
  const ability = (act: ServiceAct): Ability<NoReason> => {
    const inState: ByState = byState[act][state];
    return inState === true ? conditions[act] : { no: inState };
  };
  return Object.fromEntries(serviceActs.map((act) => [act, ability(act)])) as ServiceAbilities;
}

export const serviceActs = Object.keys(byState) as readonly ServiceAct[];
