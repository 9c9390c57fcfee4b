import { useState } from 'react';
import type { PlanPreview } from '../../../../server/modules/billing/dunning-contract.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { StepFields } from './step-fields.tsx';
import { inOrder, newStep, stepKinds } from './timeline-values.ts';
import type { Plan, Step, StepKind } from './timeline-values.ts';

export const stepIcons: Record<StepKind, IconName> = {
  reminder: 'bell',
  notice: 'mail',
  retry: 'card',
  late_fee: 'billing',
  suspend: 'pause',
  terminate: 'stop',
};
export const stepColors: Record<StepKind, string> = {
  reminder: 'text-info bg-info-soft',
  notice: 'text-attention bg-attention-soft',
  retry: 'text-info bg-info-soft',
  late_fee: 'text-attention bg-attention-soft',
  suspend: 'text-danger bg-danger-soft',
  terminate: 'text-danger bg-danger-soft',
};

/** A plan as a line through time, with the due date on it. Each step opens where it stands. */
export function TimelineRail({
  plan,
  problems,
  onPlan,
}: {
  plan: Plan;
  problems: PlanPreview['problems'];
  onPlan: (plan: Plan) => void;
}) {
  const words = useCollectionsText();
  const [open, setOpen] = useState<Step | null>(null);
  const set = (steps: readonly Step[]) => onPlan({ ...plan, steps: [...steps] });
  const change = (before: Step, after: Step) => {
    set(plan.steps.map((step) => (step === before ? after : step)));
    setOpen(after);
  };
  const rows = inOrder(plan.steps);
  const firstAfter = rows.findIndex((step) => step.kind !== 'reminder');
  const dueAt = firstAfter < 0 ? rows.length : firstAfter;
  return (
    <div>
      <ol className="relative">
        <Mark icon="billing" words={words.issued} />
        {rows.slice(0, dueAt).map(row)}
        <Mark icon="calendar" words={words.due} strong />
        {rows.slice(dueAt).map(row)}
      </ol>
      <Menu
        label={words.addStep}
        groups={[
          stepKinds.map((kind) => ({
            label: words.kinds[kind],
            icon: stepIcons[kind],
            run: () => {
              const added = newStep(kind, plan.steps, rows[0]?.at ?? plan.hours.from);
              set([...plan.steps, added]);
              setOpen(added);
            },
          })),
        ]}
        className="mt-2 inline-flex min-h-11 items-center gap-2 rounded border border-line-control bg-surface px-4 text-body font-medium hover:bg-sunken sm:min-h-9"
      >
        <Icon name="plus" size={18} />
        {words.addStep}
      </Menu>
    </div>
  );

  function row(step: Step) {
    const index = plan.steps.indexOf(step);
    const reasons = problems
      .filter((problem) => problem.step === index)
      .map(({ code }) => words.reason[code]);
    const when = step.kind === 'reminder' ? words.before(step.days) : words.after(step.days);
    const isOpen = open === step;
    return (
      <li key={index} className="relative flex gap-3 pb-4">
        <span className="absolute start-4 top-8 bottom-0 w-px bg-line" aria-hidden="true" />
        <span className={`grid size-8 shrink-0 place-items-center rounded-full ${stepColors[step.kind]}`}>
          <Icon name={stepIcons[step.kind]} size={16} />
        </span>
        <div className="min-w-0 grow">
          <button
            type="button"
            aria-expanded={isOpen}
            className="flex min-h-11 w-full cursor-pointer flex-wrap items-baseline justify-between gap-x-3 rounded px-1 py-1 text-start hover:bg-sunken sm:min-h-8"
            onClick={() => setOpen(isOpen ? null : step)}
          >
            <span className="text-body font-medium">{words.kinds[step.kind]}</span>
            <span className="text-13 text-muted tabular-nums">
              {when} · {step.at}
            </span>
          </button>
          {reasons.map((reason) => (
            <p key={reason} className="flex items-start gap-1.5 px-1 text-13 text-danger">
              <Icon name="danger" size={16} />
              {reason}
            </p>
          ))}
          {isOpen && (
            <StepFields
              step={step}
              onStep={(after) => change(step, after)}
              onRemove={() => set(plan.steps.filter((other) => other !== step))}
            />
          )}
        </div>
      </li>
    );
  }
}

function Mark({ icon, words, strong }: { icon: IconName; words: string; strong?: boolean }) {
  return (
    <li className="relative flex items-center gap-3 pb-4">
      <span className="absolute start-4 top-8 bottom-0 w-px bg-line" aria-hidden="true" />
      <span
        className={`grid size-8 shrink-0 place-items-center rounded-full border ${strong ? 'border-accent-ring bg-accent-soft text-accent-text' : 'border-line bg-surface text-muted'}`}
      >
        <Icon name={icon} size={16} />
      </span>
      <span className={`px-1 text-body ${strong ? 'font-medium' : 'text-muted'}`}>{words}</span>
    </li>
  );
}
