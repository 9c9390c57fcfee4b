import { dateIn, instantAt, timeIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import {
  isBilled,
  onceChanged,
  oncePaused,
  oncePauseOver,
  onceTermOver,
  stopsOn,
} from '../../services/index.ts';
import {
  breakPromise,
  chargeFees,
  nextFee,
  nextOfTimeline,
  paysOn,
  promiseBreaks,
  takeStep,
} from './collect.ts';
import type { AheadGround, ClientAhead } from './ground.ts';
import type { Assumption, ChargingAhead, Happening, NamedService } from './happening.ts';
import { begin, charged, isBefore, later, tell } from './live.ts';
import type { Due, LiveInvoice, LiveService, Moment, Play } from './live.ts';
import { marksOf } from './marks.ts';
import { renew } from './renew.ts';
import { end, pay } from './settle.ts';

/** So much is told of one client. */
const mostHappenings = 5_000;

/**
 * What happens to a client up to and with a day, if it does as is assumed and everything else stays as agreed: by the functions that decide
 * in earnest, over a clock that goes from one moment at which something is due to the next. Writes nothing. `more`: that is not all.
 */
export async function playAhead(
  client: ClientAhead,
  ground: AheadGround,
  how: { until: CalendarDate; assumption: Assumption; charging: ChargingAhead },
): Promise<{ happenings: Happening[]; more: boolean }> {
  const play = begin(client, ground, how);
  const marks = marksOf(play);
  // What comes next of each; asked again of whatever something has happened to.
  const known = new Map<LiveInvoice | LiveService, Due | null>();
  const nextOf = (live: LiveInvoice | LiveService): Due | null =>
    'open' in live ? nextOfInvoice(play, live) : nextOfService(play, live);
  while (play.told.length < mostHappenings) {
    const mark = marks[0];
    let [soonest, due]: [LiveInvoice | LiveService | null, Due | null] = [null, mark ?? null];
    for (const live of [...play.services.values(), ...play.invoices]) {
      const next = known.has(live) ? known.get(live)! : nextOf(live);
      known.set(live, next);
      if (next && (due === null || isSooner(next, due))) [soonest, due] = [live, next];
    }
    if (!due || due.moment.on > how.until) return { happenings: play.told, more: client.more };
    if (soonest === null) marks.shift();
    else {
      // What happened to others may have put it off. What was planned for a day keeps it: nobody looks again before.
      const again = nextOf(soonest);
      known.set(soonest, again);
      if (!again || isBefore(due.moment, again.moment)) continue;
      due = { ...again, moment: due.moment };
    }
    play.clock = later(due.moment, play.clock);
    await due.happen();
    if (soonest) forget(play, known, soonest);
  }
  return { happenings: play.told, more: true };
}

function isSooner(one: Due, other: Due): boolean {
  return (
    isBefore(one.moment, other.moment) || (!isBefore(other.moment, one.moment) && one.order < other.order)
  );
}

/** Whatever shares a service with what happened may go on otherwise now; and renewals go together. */
function forget(
  play: Play,
  known: Map<LiveInvoice | LiveService, Due | null>,
  live: LiveInvoice | LiveService,
) {
  known.delete(live);
  const touched = new Set('open' in live ? live.services.map(({ id }) => id) : [live.named.id]);
  for (const service of play.services.values())
    if (touched.has(service.named.id) || known.get(service)?.order === renewOrder) known.delete(service);
  for (const invoice of play.invoices)
    if (invoice.services.some(({ id }) => touched.has(id))) known.delete(invoice);
}

const renewOrder = 2;

/** When something is due whose day may have come before: then it is now. */
const due = (play: Play, moment: Moment, order: number, happen: Due['happen']): Due => ({
  moment: later(moment, play.clock),
  order,
  happen,
});

function nextOfService(play: Play, live: LiveService): Due | null {
  const { service, ended, heldBack } = live;
  if (ended) return null;
  if (service.state === 'cancel_scheduled' && service.cancelOn)
    return due(play, { on: service.cancelOn, at: '00:00' }, 0, () => {
      tell(play, 'end', { services: [live.named] });
      end(play, live);
    });
  if (service.pause) return nextOfPause(play, live);
  const moment = heldBack ? null : renewsAt(play, live);
  const { termEndsOn, nextTerms } = service;
  const begins = nextTerms && { on: nextTerms.on, at: '00:00' };
  if (begins && !(termEndsOn && termEndsOn < begins.on) && (!moment || begins.on <= moment.on))
    return due(play, begins, 1, () => {
      live.service = onceChanged(service);
    });
  const over = termEndsOn && { on: termEndsOn, at: '00:00' };
  if (over && (!moment || isBefore(over, moment))) return due(play, over, 0, () => closeTerm(play, live));
  if (!moment) return null;
  return due(play, moment, renewOrder, () =>
    renew(
      play,
      [...play.services.values()].filter((other) => {
        const at = other.ended || other.heldBack ? null : renewsAt(play, other);
        return at !== null && at.on <= play.clock.on;
      }),
    ),
  );
}

/** It begins on its day, and is over on the one it goes on by itself; nobody says before that it does. */
function nextOfPause(play: Play, live: LiveService): Due | null {
  const { service, named } = live;
  const { on, resumeOn } = service.pause!;
  const paused = service.state === 'paused';
  const day = paused ? resumeOn : on;
  if (!day) return null;
  return due(play, { on: day, at: '00:00' }, 0, () => {
    live.service = paused ? oncePauseOver(service, play.clock.on, play.ground.rules) : oncePaused(service);
    tell(play, paused ? 'pause_over' : 'pause', {
      services: [named],
      ...(!paused && resumeOn && { facts: { until: resumeOn } }),
    });
  });
}

/** It ends with its term, or goes on as was agreed. */
function closeTerm(play: Play, live: LiveService): void {
  const { service, named } = live;
  if (stopsOn(service, service.termEndsOn!)) {
    tell(play, 'end', { services: [named] });
    return end(play, live);
  }
  live.service = onceTermOver(service);
  const { termEndsOn: until } = live.service;
  tell(play, until ? 'term_renewed' : 'term_over', { services: [named], facts: until ? { until } : {} });
}

function renewsAt({ client }: Play, { service }: LiveService): Moment | null {
  if (!isBilled(service)) return null;
  const { nextInvoiceOn, changingUntil } = service;
  const on = nextInvoiceOn!;
  if (changingUntil === null) return { on, at: '00:00' };
  const { timeZone } = client;
  return later(
    { on, at: '00:00' },
    { on: dateIn(timeZone, changingUntil), at: timeIn(timeZone, changingUntil) },
  );
}

function nextOfInvoice(play: Play, invoice: LiveInvoice): Due | null {
  const step = nextOfTimeline(play, invoice);
  const fee = nextFee(play, invoice);
  const broken = promiseBreaks(invoice);
  const paid = paysOn(play, invoice);
  const all = [
    chargeOf(play, invoice),
    paid && due(play, { on: paid, at: '12:00' }, 4, () => payAll(play, invoice, 'payment')),
    broken && due(play, broken, 5, () => breakPromise(play, invoice)),
    step && due(play, step.moment, 6, () => takeStep(play, invoice, step)),
    fee && due(play, fee, 7, () => chargeFees(play, invoice)),
  ];
  return all.reduce<Due | null>(
    (first, one) => (one && (!first || isSooner(one, first)) ? one : first),
    null,
  );
}

function payAll(play: Play, invoice: LiveInvoice, kind: 'payment' | 'charge', method?: string): void {
  tell(play, kind, { invoice, amount: invoice.open, ...(method !== undefined && { facts: { method } }) });
  pay(play, invoice, invoice.open);
}

/** The next automatic charge; none where all is held for the debt or has ended. */
function chargeOf(play: Play, invoice: LiveInvoice): Due | null {
  const { clock, client, assumption, charging } = play;
  if (invoice.pending) return null;
  const stops = ({ id }: NamedService) => {
    const live = play.services.get(id);
    return live && (live.ended || live.service.suspendedFor.includes('non_payment'));
  };
  if (invoice.services.length > 0 && invoice.services.every(stops)) return null;
  const now = instantAt(clock.on, clock.at, client.timeZone);
  const next = charging.next(charged(invoice), now);
  if (!next) return null;
  const { at, method, label } = next;
  const moment = at <= now ? clock : { on: dateIn(client.timeZone, at), at: timeIn(client.timeZone, at) };
  return due(play, moment, 3, () => {
    if (assumption.kind === 'on_time') return payAll(play, invoice, 'charge', label);
    tell(play, 'decline', { invoice, amount: invoice.open, facts: { method: label } });
    charging.decline(charged(invoice), method, instantAt(play.clock.on, play.clock.at, client.timeZone));
  });
}
