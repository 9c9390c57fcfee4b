import type { DunningTimeline } from '../../../../server/modules/billing/dunning-contract.ts';

export const timelinesUrl = '/api/console/dunning-timelines';

export type Plan = DunningTimeline['plan'];
export type Step = Plan['steps'][number];
export type StepKind = Step['kind'];

export const stepKinds: readonly StepKind[] = [
  'reminder',
  'notice',
  'retry',
  'late_fee',
  'suspend',
  'terminate',
];
export const writes = (kind: StepKind): boolean => kind === 'reminder' || kind === 'notice';
/** Days from the due date, below zero before it. */
export const offsetOf = ({ kind, days }: Pick<Step, 'kind' | 'days'>): number =>
  kind === 'reminder' ? -days : days;

export const inOrder = (steps: readonly Step[]): Step[] =>
  steps.toSorted((a, b) => offsetOf(a) - offsetOf(b) || (a.kind === 'reminder' ? -1 : 1));

/** A step of a kind, on the first day that is free after what it must follow. */
export function newStep(kind: StepKind, steps: readonly Step[], at: string): Step {
  const same = steps.filter((step) => (step.kind === 'reminder') === (kind === 'reminder'));
  const taken = new Set(same.map(({ days }) => days));
  const last = Math.max(0, ...same.map(({ days }) => days));
  let days = kind === 'suspend' || kind === 'terminate' ? last + 1 : kind === 'reminder' ? 3 : 1;
  while (taken.has(days)) days += 1;
  return { kind, days, at, workingDays: false, channels: writes(kind) ? ['email', 'in_app'] : [] };
}
