import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Abilities, Outcome } from '../provisioner.ts';
import { later } from './backoff.ts';
import { decide } from './reconcile.ts';
import { isOpen, type Service } from './service.ts';
import { begin, settle, tryAgain } from './settle.ts';
import { desiredStates, observedStates, type DesiredState, type OperationKind } from './states.ts';

const can: Abilities = {
  provision: true,
  update: true,
  suspend: true,
  resume: true,
  deprovision: true,
  observe: false,
  catalog: false,
};

type Answer =
  | 'done'
  | 'retry'
  | 'broken'
  | 'permanent'
  | 'orphan'
  | 'unknown'
  | 'pollable'
  | 'accepted'
  | 'staff'
  | 'crash';
/** `happens` counts where the answer leaves it open. */
interface Fate {
  happens: boolean;
  answer: Answer;
}

/** A vendor that knows our keys but not our services: each new provision makes one more instance. Beside it, our reconciler. */
class World {
  now = new Date('2026-11-23T05:00:00Z');
  instances = 0;
  /** A provision may have happened, and no poll or clean-up has told yet. */
  uncertain = false;
  #keys = 0;
  #happened = new Set<string>();
  service: Service = {
    desired: { state: 'running', revision: 1 },
    observed: { state: 'absent', revision: 0 },
    last: null,
  };

  /** Takes one step; answers whether something other than waiting was done. */
  step(fate: Fate): boolean {
    const step = decide(this.service, can, this.now);
    switch (step.do) {
      case 'nothing':
      case 'staff':
        return false;
      case 'wait':
        expect(step.until > this.now).toBe(true);
        return false;
      case 'poll':
        this.#answer(this.service.last!.kind, fate);
        return true;
      default: {
        const kind = step.do === 'start' ? step.kind : 'deprovision';
        const { last } = this.service;
        if (kind === 'provision') expect(this.uncertain).toBe(false);
        if (step.do === 'start' && !step.again) expect(!last || !isOpen(last)).toBe(true);
        this.#become(begin(this.service, step, `key ${(this.#keys += 1)}`, this.now));
        if (kind === 'provision') this.uncertain = true;
        this.#answer(kind, fate);
        return true;
      }
    }
  }

  /** Staff do what a task says, or send it back. */
  staff(willing: boolean) {
    const { last } = this.service;
    if (last?.answer?.state !== 'needs_staff') this.#become(tryAgain(this.service, this.now));
    else if (willing) this.#answer(last.kind, { happens: true, answer: 'done' });
    else this.#answer(last.kind, { happens: false, answer: 'permanent' });
  }

  want(state: DesiredState, change: boolean) {
    const { desired } = this.service;
    const possible = state === desired.state || desiredStates.canMove(desired.state, state);
    this.service = {
      ...this.service,
      desired: { state: possible ? state : desired.state, revision: desired.revision + (change ? 1 : 0) },
    };
  }

  #answer(kind: OperationKind, fate: Fate) {
    const { happens } = fate;
    const answer = this.#honest(kind, fate.answer);
    if (answer === 'done' || (happens && ['orphan', 'unknown', 'crash'].includes(answer))) this.#happen(kind);
    const certain = ['done', 'retry', 'broken', 'permanent'].includes(answer);
    if (certain && (kind === 'provision' || kind === 'deprovision')) {
      if (kind === 'provision' || answer === 'done') this.uncertain = false;
    }
    if (answer !== 'crash') this.#become(settle(this.service, outcome(answer, this.now), this.now));
    expect(this.instances).toBeLessThanOrEqual(1);
  }

  /** "Nothing happened" is not said of what has; only a provision leaves an orphan, and only what exists can break. */
  #honest(kind: OperationKind, answer: Answer): Answer {
    const makesOrEnds = kind === 'provision' || kind === 'deprovision';
    const impossible = (answer === 'orphan' && kind !== 'provision') || (answer === 'broken' && makesOrEnds);
    const possible = impossible ? 'retry' : answer;
    return ['retry', 'broken', 'permanent'].includes(possible) && this.#happened.has(this.service.last!.key)
      ? 'done'
      : possible;
  }

  #happen(kind: OperationKind) {
    if (this.#happened.has(this.service.last!.key)) return;
    this.#happened.add(this.service.last!.key);
    if (kind === 'provision') this.instances += 1;
    if (kind === 'deprovision') this.instances = 0;
  }

  #become(next: Service) {
    const [from, to] = [this.service.observed.state, next.observed.state];
    if (from !== to) expect(observedStates.canMove(from, to), `${from} to ${to}`).toBe(true);
    this.service = next;
  }
}

function outcome(answer: Exclude<Answer, 'crash'>, now: Date): Outcome {
  const pending = { token: 'task', pollAfterSeconds: 10, deadline: later(now, 600) };
  const failed = { state: 'failed', code: 'chaos', message: 'chaos' } as const;
  switch (answer) {
    case 'done':
      return { state: 'done', facts: {} };
    case 'accepted':
      return { state: 'accepted', ...pending };
    case 'unknown':
      return { state: 'unknown', code: 'chaos', message: 'chaos', pending: null };
    case 'pollable':
      return { state: 'unknown', code: 'chaos', message: 'chaos', pending };
    case 'staff':
      return { state: 'needs_staff', instructions: 'chaos' };
    case 'broken':
      return { ...failed, class: 'retry', usable: false };
    default:
      return { ...failed, class: answer };
  }
}

const answers: Answer[] = [
  'done',
  'retry',
  'broken',
  'permanent',
  'orphan',
  'unknown',
  'pollable',
  'accepted',
  'staff',
  'crash',
];
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ happens: fc.boolean(), answer: fc.constantFrom(...answers) }) },
  { weight: 4, arbitrary: fc.record({ seconds: fc.constantFrom(1, 30, 700, 8000) }) },
  { weight: 1, arbitrary: fc.record({ want: fc.constantFrom(...desiredStates.all), change: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ willing: fc.boolean() }) },
);
type Event = Fate | { seconds: number } | { want: DesiredState; change: boolean } | { willing: boolean };

function chaos(events: readonly Event[]): World {
  const world = new World();
  for (const happening of events) {
    if ('answer' in happening) world.step(happening);
    else if ('seconds' in happening) world.now = later(world.now, happening.seconds);
    else if ('want' in happening) world.want(happening.want, happening.change);
    else world.staff(happening.willing);
  }
  return world;
}

it('provisions nothing twice, and never again after an uncertain answer without a poll or a clean-up', () => {
  let provisions = 0;
  fc.assert(
    fc.property(fc.array(event, { maxLength: 120 }), (events) => {
      provisions += chaos(events).instances;
    }),
    { numRuns: 1500 },
  );
  expect(provisions).toBeGreaterThan(100);
});

it('arrives where it should once the vendor answers', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const world = chaos(events);
      for (let steps = 0; steps < 30; steps += 1) {
        const step = decide(world.service, can, world.now);
        if (step.do === 'wait') world.now = step.until;
        else if (!world.step({ happens: true, answer: 'done' })) world.staff(true);
      }
      const { desired, observed } = world.service;
      expect(decide(world.service, can, world.now)).toEqual({ do: 'nothing' });
      expect(desired.state === 'suspended' ? ['suspended', 'absent'] : [desired.state]).toContain(
        observed.state,
      );
      expect(world.instances).toBe(observed.state === 'absent' ? 0 : 1);
      if (observed.state === 'running') expect(observed.revision).toBe(desired.revision);
    }),
    { numRuns: 1500 },
  );
});
