import { nextStep } from './next-step.ts';
import type { DunningFacts, NextStep } from './next-step.ts';

/**
 * What would happen to an invoice if nobody paid any more and everything that is written arrived: each step with its day, in order, by
 * the same decisions as the real run. Every step is done once, so it ends.
 */
export function rehearse(facts: DunningFacts): NextStep[] {
  const steps: NextStep[] = [];
  let now = facts;
  for (let next = nextStep(now); next; next = nextStep(now)) {
    const { step, on } = next;
    if (next.held) {
      // What was written has not arrived, so nothing more can be foretold.
      steps.push(next);
      return steps;
    }
    steps.push(next);
    now = {
      ...now,
      today: on,
      time: step.at,
      done: [...now.done, { kind: step.kind, days: step.days, on }],
      noticedOn: now.noticedOn ?? (step.kind === 'notice' ? on : null),
    };
  }
  return steps;
}
