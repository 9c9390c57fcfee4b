import { describe, expect, it } from 'vitest';
import type { Abilities, Outcome } from '../provisioner.ts';
import { later } from './backoff.ts';
import { decide, mostAttempts, type Step } from './reconcile.ts';
import type { Service } from './service.ts';
import { begin, settle, tryAgain } from './settle.ts';
import { desiredStates, observedStates, type DesiredState, type ObservedState } from './states.ts';

const all: Abilities = {
  provision: true,
  update: true,
  suspend: true,
  resume: true,
  deprovision: true,
  observe: false,
  catalog: false,
};
const noon = new Date('2026-11-23T05:00:00Z');
const deadline = later(noon, 3600);

const service = (desired: DesiredState, observed: ObservedState, revisions = [1, 1]): Service => ({
  desired: { state: desired, revision: revisions[0]! },
  observed: { state: observed, revision: revisions[1]! },
  last: null,
});
/** The service after the operation decided on was sent and answered. */
function play(before: Service, outcome: Outcome | null, now = noon): Service {
  const step = decide(before, all, now);
  if (step.do !== 'start' && step.do !== 'clean_up') throw new Error(`${step.do} instead of an operation`);
  const sent = begin(before, step, `key at ${now.toISOString()}`, now);
  return outcome ? settle(sent, outcome, now) : sent;
}
const wanted = service('running', 'absent', [1, 0]);
const done: Outcome = { state: 'done', facts: {} };
const retry: Outcome = { state: 'failed', class: 'retry', code: 'busy', message: 'busy' };
const orphan: Outcome = { ...retry, class: 'orphan' };
const permanent: Outcome = { ...retry, class: 'permanent', code: 'conflict' };
const accepted: Outcome = { state: 'accepted', token: 'task', pollAfterSeconds: 60, deadline };
const unknown: Outcome = { state: 'unknown', code: 'timeout', message: 'no answer', pending: null };

describe('without an open operation', () => {
  const steps: Record<DesiredState, Partial<Record<ObservedState, string>>> = {
    running: {
      absent: 'provision',
      running: 'nothing',
      suspended: 'resume',
      drifted: 'update',
      failed: 'is_failed',
      unknown: 'is_unknown',
    },
    suspended: {
      absent: 'nothing',
      running: 'suspend',
      suspended: 'nothing',
      drifted: 'suspend',
      failed: 'is_failed',
      unknown: 'is_unknown',
    },
    absent: {
      absent: 'nothing',
      running: 'deprovision',
      suspended: 'deprovision',
      drifted: 'deprovision',
      failed: 'deprovision',
      unknown: 'deprovision',
    },
  };
  const pairs = desiredStates.all.flatMap((desired) =>
    observedStates.all.map((observed) => [desired, observed] as const),
  );

  it.each(pairs)('wanted %s, is %s', (desired, observed) => {
    const step = decide(service(desired, observed), all, noon);
    const word = step.do === 'start' ? step.kind : step.do === 'staff' ? step.why : step.do;
    expect(word).toBe(steps[desired][observed] ?? `is_${observed}`);
  });

  it('updates what runs with an old plan, and what is suspended only after resuming', () => {
    expect(decide(service('running', 'running', [2, 1]), all, noon)).toEqual({
      do: 'start',
      kind: 'update',
      again: false,
    });
    expect(decide(service('suspended', 'suspended', [2, 1]), all, noon)).toEqual({ do: 'nothing' });
    const resumed = play(service('running', 'suspended', [2, 1]), done);
    expect(decide(resumed, all, noon)).toMatchObject({ do: 'start', kind: 'update' });
    expect(play(resumed, done).observed).toEqual({ state: 'running', revision: 2 });
  });

  it('asks staff for what the vendor cannot do', () => {
    const step = decide(service('suspended', 'running'), { ...all, suspend: false }, noon);
    expect(step).toEqual({ do: 'staff', why: 'cannot_suspend' });
  });
});

describe('an operation under way', () => {
  it('is polled when its time has come, and not sooner', () => {
    const begun = play(wanted, accepted);
    expect(begun.observed.state).toBe('provisioning');
    expect(decide(begun, all, later(noon, 59))).toEqual({ do: 'wait', until: later(noon, 60) });
    expect(decide(begun, all, later(noon, 60))).toEqual({ do: 'poll' });
  });

  it('is finished first, whatever is wanted by then', () => {
    const canceled: Service = { ...play(wanted, accepted), desired: { state: 'absent', revision: 1 } };
    expect(decide(canceled, all, later(noon, 60))).toEqual({ do: 'poll' });
    const running = settle(canceled, done, later(noon, 60));
    expect(decide(running, all, later(noon, 60))).toEqual({ do: 'start', kind: 'deprovision', again: false });
  });

  it('is lost at its deadline: a provision is cleaned up, others are sent again', () => {
    expect(decide(play(wanted, accepted), all, deadline)).toEqual({ do: 'clean_up', again: false });
    expect(decide(play(service('suspended', 'running'), accepted), all, deadline)).toEqual({
      do: 'start',
      kind: 'suspend',
      again: true,
    });
  });

  it('is lost at its deadline even when the vendor wants to be asked later', () => {
    const begun = play(wanted, { ...accepted, pollAfterSeconds: 1e9 });
    expect(decide(begun, all, noon)).toEqual({ do: 'wait', until: deadline });
    expect(decide(begun, all, deadline)).toEqual({ do: 'clean_up', again: false });
  });

  it('may still be answered after a crash; then it is unknown', () => {
    const sent = play(wanted, null);
    expect(decide(sent, all, later(noon, 299))).toEqual({ do: 'wait', until: later(noon, 300) });
    expect(decide(sent, all, later(noon, 300))).toEqual({ do: 'clean_up', again: false });
  });

  it('waits for staff without asking again', () => {
    const task = play(wanted, { state: 'needs_staff', instructions: 'manual.provision' });
    expect([task.observed.state, decide(task, all, later(noon, 1e6)).do]).toEqual([
      'provisioning',
      'nothing',
    ]);
    expect(decide(settle(task, done, noon), all, noon).do).toBe('nothing');
  });
});

describe('what may have happened', () => {
  it('is polled when it can be', () => {
    const pending = { token: 'by key', pollAfterSeconds: 5, deadline };
    const lost = play(wanted, { ...unknown, pending });
    expect([lost.observed.state, decide(lost, all, later(noon, 5)).do]).toEqual(['unknown', 'poll']);
    expect(settle(lost, accepted, later(noon, 5)).observed.state).toBe('provisioning');
  });

  it('is cleaned up before it is provisioned anew, under a new key', () => {
    for (const outcome of [unknown, orphan]) {
      const lost = play(wanted, outcome);
      expect(lost.observed.state).toBe('unknown');
      expect(decide(lost, all, noon).do).toBe('wait');
      const cleaned = play(lost, done, later(noon, 20));
      expect([cleaned.observed.state, cleaned.last!.kind, cleaned.last!.cleansUp]).toEqual([
        'absent',
        'deprovision',
        1,
      ]);
      const anew = play(cleaned, null, later(noon, 40));
      expect(anew.last).toMatchObject({ kind: 'provision', attempts: 2 });
      expect(anew.last!.key).not.toBe(lost.last!.key);
    }
  });

  it('is cleaned up even when nothing is wanted any more, and then left alone', () => {
    const canceled: Service = { ...play(wanted, orphan), desired: { state: 'absent', revision: 1 } };
    const cleaned = play(canceled, done, later(noon, 20));
    expect(decide(cleaned, all, later(noon, 1e6))).toEqual({ do: 'nothing' });
  });

  it('never removes a service that ran because a later operation failed', () => {
    for (const kind of ['update', 'suspend', 'resume'] as const) {
      const ran = service(
        kind === 'suspend' ? 'suspended' : 'running',
        kind === 'resume' ? 'suspended' : 'running',
        [kind === 'update' ? 2 : 1, 1],
      );
      for (const outcome of [unknown, orphan, permanent, retry]) {
        const after = play(ran, outcome);
        expect(['staff', 'wait']).toContain(decide(after, all, noon).do);
        expect(decide(after, all, later(noon, 1e6))).not.toMatchObject({ do: 'clean_up' });
      }
    }
  });
});

describe('what failed', () => {
  it('is sent again under its key after a growing pause, until a person is asked', () => {
    let now = noon;
    let state = play(wanted, retry);
    const pauses: number[] = [];
    while (pauses.length < 100) {
      const step = decide(state, all, now);
      if (step.do === 'staff') break;
      expect(step.do).toBe('wait');
      const until = (step as Extract<Step, { do: 'wait' }>).until;
      pauses.push((until.getTime() - now.getTime()) / 1000);
      now = until;
      state = play(state, retry, now);
      expect(state.last!.key).toBe(`key at ${noon.toISOString()}`);
    }
    expect(pauses).toHaveLength(mostAttempts - 1);
    expect(pauses[0]).toBeLessThanOrEqual(15);
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(1800);
    expect(decide(state, all, later(now, 1e7))).toEqual({ do: 'staff', why: 'gave_up' });
  });

  it('counts provisions across clean-ups, and clean-ups by themselves', () => {
    let now = noon;
    let state = wanted;
    let provisions = 0;
    while (decide(state, all, now).do !== 'staff' && provisions < 100) {
      state = play(state, orphan, now);
      provisions += 1;
      now = later(now, 7200);
      state = play(state, done, now);
      now = later(now, 7200);
    }
    expect(provisions).toBe(mostAttempts);

    state = play(wanted, orphan);
    for (let tries = 0; tries < mostAttempts; tries += 1)
      state = play(state, retry, (now = later(now, 7200)));
    expect(decide(state, all, later(now, 7200))).toEqual({ do: 'staff', why: 'gave_up' });
  });

  it('waits as long as the vendor asks, up to a day', () => {
    const soon = play(wanted, { ...retry, retryAfterSeconds: 7200 } as Outcome);
    expect(decide(soon, all, noon)).toEqual({ do: 'wait', until: later(noon, 7200) });
    const never = play(wanted, { ...retry, retryAfterSeconds: 1e9 } as Outcome);
    expect(decide(never, all, noon)).toEqual({ do: 'wait', until: later(noon, 86_400) });
  });

  it('goes to staff at once when repeating is useless, until something else is wanted', () => {
    const refused = play(wanted, permanent);
    expect(refused.observed.state).toBe('absent');
    expect(decide(refused, all, later(noon, 1e6))).toEqual({ do: 'staff', why: 'conflict' });
    const changed: Service = { ...refused, desired: { state: 'running', revision: 2 } };
    expect(decide(changed, all, noon)).toEqual({ do: 'start', kind: 'provision', again: false });
    const dropped: Service = { ...refused, desired: { state: 'absent', revision: 1 } };
    expect(decide(dropped, all, noon)).toEqual({ do: 'nothing' });
  });

  it('shows when it broke the service, and mends it by repeating where that may help', () => {
    const outdated = service('running', 'running', [2, 1]);
    const beyondRepair = play(outdated, { ...permanent, usable: false } as Outcome);
    expect(beyondRepair.observed.state).toBe('failed');
    expect(decide(beyondRepair, all, later(noon, 1e6))).toEqual({ do: 'staff', why: 'is_failed' });

    const broken = play(outdated, { ...retry, usable: false } as Outcome);
    expect([broken.observed.state, decide(broken, all, noon).do]).toEqual(['failed', 'wait']);
    const mended = play(broken, done, later(noon, 20));
    expect(mended.observed).toEqual({ state: 'running', revision: 2 });
    const unwanted: Service = { ...broken, desired: { state: 'absent', revision: 2 } };
    expect(decide(unwanted, all, noon)).toMatchObject({ do: 'start', kind: 'deprovision' });

    const halfRemoved = play(service('absent', 'running'), { ...retry, usable: false } as Outcome);
    const wonBack: Service = { ...halfRemoved, desired: { state: 'running', revision: 2 } };
    expect(decide(wonBack, all, later(noon, 1e6))).toEqual({ do: 'staff', why: 'is_failed' });
  });
});

describe('"try again"', () => {
  it('forgets what surely did nothing', () => {
    const retried = tryAgain(play(wanted, permanent), noon);
    expect([retried.last, decide(retried, all, noon)]).toEqual([
      null,
      { do: 'start', kind: 'provision', again: false },
    ]);
  });

  it('keeps the rule for what may have happened', () => {
    for (const outcome of [unknown, orphan]) {
      expect(decide(tryAgain(play(wanted, outcome), noon), all, noon)).toEqual({
        do: 'clean_up',
        again: false,
      });
    }
    const stuck = play(play(wanted, orphan), permanent, later(noon, 20));
    expect(decide(stuck, all, later(noon, 1e6))).toEqual({ do: 'staff', why: 'conflict' });
    const retried = tryAgain(stuck, later(noon, 30));
    expect(decide(retried, all, later(noon, 30))).toEqual({ do: 'clean_up', again: true });
  });

  it('repeats what broke the service', () => {
    const broken = play(service('running', 'running', [2, 1]), { ...permanent, usable: false } as Outcome);
    const retried = tryAgain(broken, noon);
    expect(decide(retried, all, noon)).toEqual({ do: 'start', kind: 'update', again: true });
  });

  it('sends a task back to the vendor under its key', () => {
    const task = play(wanted, { state: 'needs_staff', instructions: 'binding_refused' });
    const retried = tryAgain(task, later(noon, 60));
    expect(decide(retried, all, later(noon, 60))).toEqual({ do: 'start', kind: 'provision', again: true });
  });
});
