import { addDays } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { feesFor, nextPeriodOn, periodsDue } from '../domain/dunning/late-fee.ts';
import { nextStep } from '../domain/dunning/next-step.ts';
import type { NextStep } from '../domain/dunning/next-step.ts';
import { enforces } from '../domain/dunning/plan.ts';
import { draftInvoice } from '../invoice-draft.ts';
import { feeForLeaving, leavingLine } from '../leaving-fee.ts';
import { feeLines, rulesFor } from '../late-fee-rules.ts';
import { charged, payerToday, tell } from './live.ts';
import type { LiveInvoice, LiveService, Moment, Play } from './live.ts';
import { issue } from './renew.ts';
import { end } from './settle.ts';

const factsNow = ({ clock }: Play, { facts }: LiveInvoice) => ({ ...facts, today: clock.on, time: clock.at });

/** What collection does next about an invoice; null while money is said to be on its way, or where nothing is left to do. */
export function nextOfTimeline(play: Play, invoice: LiveInvoice): (NextStep & { moment: Moment }) | null {
  if (invoice.pending || invoice.waits) return null;
  const next = nextStep(factsNow(play, invoice));
  return next && { ...next, moment: { on: next.on, at: next.step.at } };
}

/** Takes a step as `collect` does, and writes down what it does. */
export function takeStep(play: Play, invoice: LiveInvoice, { step, held }: NextStep): void {
  const { kind, days } = step;
  if (held) {
    invoice.waits = true;
    return tell(play, 'waits', { invoice, facts: { step: kind, days } });
  }
  const { facts } = invoice;
  const { on } = play.clock;
  invoice.facts = {
    ...facts,
    done: [...facts.done, { kind, days, on }],
    noticedOn: facts.noticedOn ?? (kind === 'notice' ? on : null),
  };
  if (kind === 'late_fee') return chargeFees(play, invoice);
  const running = invoice.services.filter(({ id }) => play.services.get(id)?.ended !== true);
  if (enforces(step) && running.length === 0) return;
  tell(play, kind, {
    invoice,
    ...(enforces(step) ? { services: running } : { amount: invoice.open }),
    facts: { step: kind, days, dueOn: facts.dueOn },
  });
  if (kind === 'retry') play.charging.ask(charged(invoice));
  for (const { id } of enforces(step) ? running : []) {
    const live = play.services.get(id);
    if (!live) continue;
    if (kind === 'terminate') endForDebt(play, live);
    else if (!live.service.suspendedFor.includes('non_payment'))
      live.service = { ...live.service, suspendedFor: [...live.service.suspendedFor, 'non_payment'] };
  }
}

/** It ends, and what leaving before the end of its term costs is asked for where that was agreed, as in earnest. */
function endForDebt(play: Play, live: LiveService): void {
  const { service, named } = live;
  const { clock, client, ground, run } = play;
  const begun = service.state === 'trialing' && service.trialEndsOn && service.trialEndsOn <= clock.on;
  const state = begun ? 'active' : service.state;
  const fee = service.term?.onDebt ? feeForLeaving({ ...service, state }, clock.on, 0n) : null;
  end(play, live);
  if (!fee) return;
  const payer = payerToday(play, service.organization);
  const draft = draftInvoice(
    {
      id: nobody,
      organization: service.organization,
      payer: client.id,
      kind: 'manual',
      orderId: null,
      lines: [leavingLine(service, fee)],
      currency: service.currency,
      dueOn: addDays(clock.on, run.invoicing.dueDays),
      notes: '',
      purchaseOrder: '',
    },
    payer.ground,
    payer.heading(service.currency),
  );
  if (!draft) return;
  issue(play, 'leaving_fee', draft, {
    live: [live],
    timeline: ground.timelineFor([service.planId]),
    isFee: false,
    facts: {},
    names: named.names,
  });
}

/** When the next late fee is charged, once the first has been. */
export function nextFee(play: Play, { facts, fees, pending, promise }: LiveInvoice): Moment | null {
  const first = facts.done.find(({ kind }) => kind === 'late_fee');
  const rests = promise !== null || pending || ['disputed', 'collections'].includes(facts.collection);
  if (!first || rests || fees.isFee) return null;
  const { everyDays } = play.ground.lateFees;
  const begun = periodsDue({ firstOn: first.on, everyDays, settled: fees.periods }, play.clock.on);
  const on = begun[0]?.on ?? nextPeriodOn(first.on, everyDays, play.clock.on);
  return on && { on, at: facts.plan.hours.from };
}

const nobody = '00000000-0000-7000-8000-000000000000' as Id<'invoice'>;

/** Charges the periods that have begun, as an invoice of its own. */
export function chargeFees(play: Play, invoice: LiveInvoice): void {
  const { lateFees: setting, timelineFor } = play.ground;
  const { fees, facts, open, currency, named } = invoice;
  const firstOn = facts.done.find(({ kind }) => kind === 'late_fee')!.on;
  if (fees.isFee) return;
  const rules = rulesFor(setting, currency);
  const due = periodsDue({ firstOn, everyDays: rules.everyDays, settled: fees.periods }, play.clock.on);
  const all = feesFor(due, rules, { open, dueOn: facts.dueOn, charged: fees.charged }, fees.promised);
  invoice.fees = {
    ...fees,
    periods: [...fees.periods, ...all.map(({ period }) => period)],
    charged: all.reduce((sum, { amount }) => sum + amount, fees.charged),
  };
  const some = all.filter(({ amount }) => amount > 0n);
  if (some.length === 0) return;
  const { client } = play;
  const { ground, heading } = payerToday(play, client.id);
  const draft = draftInvoice(
    {
      id: nobody,
      organization: client.id,
      payer: client.id,
      kind: 'manual',
      orderId: null,
      lines: feeLines(named.number ?? '', some, setting),
      currency,
      dueOn: addDays(play.clock.on, play.run.invoicing.dueDays),
      notes: '',
      purchaseOrder: '',
    },
    ground,
    heading(currency),
  );
  if (!draft) return;
  issue(play, 'late_fee', draft, {
    live: [],
    timeline: timelineFor([]),
    isFee: true,
    facts: {},
    names: named.names,
  });
}

/** The day after a promise that was not kept; null where none is open. */
export function promiseBreaks({ promise, pending, facts }: LiveInvoice): Moment | null {
  return promise === null || pending ? null : { on: addDays(promise, 1), at: facts.plan.hours.from };
}

export function breakPromise(play: Play, invoice: LiveInvoice): void {
  invoice.promise = null;
  tell(play, 'promise_broken', { invoice, amount: invoice.open });
}

/** The day a client pays by hand; null: never. */
export function paysOn({ assumption }: Play, { facts }: LiveInvoice): CalendarDate | null {
  if (assumption.kind === 'stops') return null;
  return assumption.kind === 'late' ? addDays(facts.dueOn, assumption.days) : facts.dueOn;
}
