import { assert } from '../../../../kernel/values/errors.ts';

export const stepKinds = ['reminder', 'notice', 'retry', 'late_fee', 'suspend', 'terminate'] as const;
export type StepKind = (typeof stepKinds)[number];
export const channels = ['email', 'in_app'] as const;
export type Channel = (typeof channels)[number];

/** `days`: whole days from the due date, before it for a reminder, after it for the others. Names a step of an invoice. */
export interface DunningStep {
  readonly kind: StepKind;
  readonly days: number;
}

/**
 * `at`: the time of day in the client's zone, 'HH:MM'. `workingDays`: moved to a day on which the business works, a reminder to one
 * before and everything else to one after. `channels`: for what is written.
 */
export interface PlannedStep extends DunningStep {
  readonly at: string;
  readonly workingDays: boolean;
  readonly channels: readonly Channel[];
}

export interface DunningPlan {
  readonly steps: readonly PlannedStep[];
  /** Nothing is done before `from` or from `until` on, in the client's zone. */
  readonly hours: { readonly from: string; readonly until: string };
}

export const writes = ({ kind }: Pick<DunningStep, 'kind'>): boolean =>
  kind === 'reminder' || kind === 'notice';
export const enforces = ({ kind }: Pick<DunningStep, 'kind'>): boolean =>
  kind === 'suspend' || kind === 'terminate';

/** What may only follow a notice that arrived. */
export const needsNotice = (step: Pick<DunningStep, 'kind'>): boolean =>
  enforces(step) || step.kind === 'late_fee';

/** What is wrong with a plan: with a step, by its index, or with the whole (`step` null). */
export interface PlanProblem {
  readonly step: number | null;
  readonly code:
    | 'same_day'
    | 'overdue_from_day_one'
    | 'outside_hours'
    | 'no_channel'
    | 'only_once'
    | 'needs_notice'
    | 'needs_suspension'
    | 'hours_turned';
}

/** All that keeps a plan from being used; empty when it may be. */
export function problemsOf({ steps, hours }: DunningPlan): PlanProblem[] {
  const found: PlanProblem[] = [];
  if (hours.from >= hours.until) found.push({ step: null, code: 'hours_turned' });
  steps.forEach((step, index) => {
    const say = (code: PlanProblem['code']) => found.push({ step: index, code });
    const others = steps.filter((_, other) => other !== index);
    const sameSide = others.filter((other) => (other.kind === 'reminder') === (step.kind === 'reminder'));
    if (step.kind !== 'reminder' && step.days < 1) say('overdue_from_day_one');
    if (sameSide.some(({ days }) => days === step.days)) say('same_day');
    if (step.at < hours.from || step.at >= hours.until) say('outside_hours');
    if (writes(step) && step.channels.length === 0) say('no_channel');
    if (!needsNotice(step)) return;
    if (others.some(({ kind }) => kind === step.kind)) say('only_once');
    const before = others.filter(({ kind, days }) => kind !== 'reminder' && days < step.days);
    if (step.kind !== 'terminate' && !before.some(({ kind }) => kind === 'notice')) say('needs_notice');
    if (step.kind === 'terminate' && !before.some(({ kind }) => kind === 'suspend')) say('needs_suspension');
  });
  return found;
}

/** The steps after the due date, in order. */
export function overdueSteps({ steps }: DunningPlan): PlannedStep[] {
  return steps.filter(({ kind }) => kind !== 'reminder').toSorted((a, b) => a.days - b.days);
}

/** When a plan puts services on hold, and when it ends them; never is infinitely far. */
function hardness(plan: DunningPlan): [suspend: number, terminate: number, notice: number] {
  const first = (kind: StepKind) =>
    Math.min(...plan.steps.filter((step) => step.kind === kind).map(({ days }) => days));
  return [first('suspend'), first('terminate'), first('notice')];
}

/**
 * Of the timelines that an invoice's services have, the one that it follows as a whole: the one that suspends last, of those the one
 * that ends last, of those the one that first writes last. The same whatever order they come in.
 */
export function gentlest<Timeline extends { id: string; plan: DunningPlan }>(
  timelines: readonly Timeline[],
): Timeline {
  const [found] = timelines.toSorted((one, other) => {
    const [a, b] = [hardness(one.plan), hardness(other.plan)];
    for (const index of [0, 1, 2] as const) if (a[index] !== b[index]) return b[index] - a[index];
    return one.id < other.id ? -1 : 1;
  });
  assert(found, 'an invoice has a timeline');
  return found;
}
