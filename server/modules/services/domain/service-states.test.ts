import { describe, expect, it } from 'vitest';

import {
  serviceAbilities,
  serviceActs,
  serviceStates,
  suspensionReasons,
  type ServiceAct,
  type ServiceFacts,
  type ServiceState,
  type SuspensionReason,
} from './service-states.ts';

const facts = (state: ServiceState, more: Partial<ServiceFacts> = {}): ServiceFacts => ({
  state,
  suspendedFor: [],
  hasUnpaidInvoice: false,
  ...more,
});

function open(actor: 'client' | 'staff', given: ServiceFacts): ServiceAct[] {
  const can = serviceAbilities(actor, given);
  return serviceActs.filter((act) => can[act] === true);
}

describe('the commercial machine', () => {
  it('ends once and for all, from everywhere', () => {
    expect(serviceStates.sourcesOf('ended')).toEqual(serviceStates.all.filter((state) => state !== 'ended'));
    expect(serviceStates.all.some((state) => serviceStates.canMove('ended', state))).toBe(false);
  });

  it('never goes back to pending, nor cancels later what never began', () => {
    expect(serviceStates.sourcesOf('pending')).toEqual([]);
    expect(serviceStates.canMove('pending', 'cancel_scheduled')).toBe(false);
  });
});

describe('suspensions', () => {
  it('lift themselves only for non-payment', () => {
    const all = Object.keys(suspensionReasons) as SuspensionReason[];
    expect(all).toEqual(['non_payment', 'abuse', 'customer', 'manual', 'security']);
    expect(all.filter((reason) => suspensionReasons[reason] === 'payment')).toEqual(['non_payment']);
  });

  it.each<[SuspensionReason[], unknown]>([
    [[], { no: 'not_suspended' }],
    [['customer'], true],
    [['non_payment'], { no: 'pay_first' }],
    [['customer', 'non_payment'], { no: 'pay_first' }],
    [['abuse'], { no: 'ask_support' }],
    [['manual'], { no: 'ask_support' }],
    [['security', 'non_payment'], { no: 'ask_support' }],
  ])('for %j are lifted by the client: %j', (suspendedFor, expected) => {
    const given = facts('active', { suspendedFor });
    expect(serviceAbilities('client', given).lift).toEqual(expected);
    expect(serviceAbilities('staff', given).lift).toEqual(
      suspendedFor.length > 0 ? true : { no: 'not_suspended' },
    );
  });

  it('are put on once by the client, and for further reasons by the staff', () => {
    const held = facts('active', { suspendedFor: ['customer'] });
    expect(serviceAbilities('client', facts('active')).suspend).toBe(true);
    expect(serviceAbilities('client', held).suspend).toEqual({ no: 'already_suspended' });
    expect(serviceAbilities('staff', held).suspend).toBe(true);
  });

  it('stop changes, renewals and pauses, never a cancellation', () => {
    const held = facts('active', { suspendedFor: ['abuse'] });
    const can = serviceAbilities('client', held);
    for (const act of ['change', 'renew', 'pause'] as const) expect(can[act]).toEqual({ no: 'suspended' });
    expect(can.cancel).toBe(true);
    // A pause ends as agreed; what holds the service besides holds it further.
    expect(serviceAbilities('client', facts('paused', { suspendedFor: ['abuse'] })).resume).toBe(true);
  });
});

describe('abilities', () => {
  it.each<[ServiceState, ServiceAct[]]>([
    ['pending', ['cancel']],
    ['trialing', ['change', 'cancel', 'suspend']],
    ['active', ['change', 'renew', 'pause', 'cancel', 'suspend']],
    ['past_due', ['cancel', 'suspend']],
    ['paused', ['resume']],
    ['cancel_scheduled', ['keep', 'suspend']],
    ['ended', []],
  ])('of a client while %s: %j', (state, expected) => {
    expect(open('client', facts(state))).toEqual(expected);
  });

  it('of the staff are the client’s, and to activate and to end', () => {
    for (const state of serviceStates.all) {
      const staff = open('staff', facts(state));
      const more = staff.filter((act) => !open('client', facts(state)).includes(act));
      const own = { ended: [], pending: ['activate', 'end'], paused: ['suspend', 'end'] };
      expect(more).toEqual(own[state as keyof typeof own] ?? ['end']);
    }
    expect(serviceAbilities('client', facts('pending')).activate).toEqual({ no: 'staff_only' });
    expect(serviceAbilities('client', facts('active')).activate).toEqual({ no: 'already_active' });
  });

  it('do not change what an unpaid invoice still bills', () => {
    const can = serviceAbilities('client', facts('active', { hasUnpaidInvoice: true }));
    expect(can.change).toEqual({ no: 'unpaid_invoice' });
    expect(can.cancel).toBe(true);
  });

  it('promise only moves that the machine has', () => {
    const target: Partial<Record<ServiceAct, (state: ServiceState) => ServiceState>> = {
      activate: () => 'active',
      pause: () => 'paused',
      resume: () => 'active',
      cancel: (state) => (state === 'pending' ? 'ended' : 'cancel_scheduled'),
      keep: () => 'active',
      end: () => 'ended',
    };
    for (const state of serviceStates.all) {
      for (const act of open('staff', facts(state))) {
        const to = target[act]?.(state);
        if (to) expect(serviceStates.canMove(state, to), `${act} while ${state}`).toBe(true);
      }
    }
  });
});
