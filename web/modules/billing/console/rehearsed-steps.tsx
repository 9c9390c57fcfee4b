import type { RehearsedFee, RehearsedStep } from '../../../../server/modules/billing/dunning-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { stepColors, stepIcons } from './timeline-rail.tsx';

/** Steps on their days, with what would be written and which services it concerns. */
export function RehearsedSteps({
  steps,
  fees,
}: {
  steps: readonly RehearsedStep[];
  fees: readonly RehearsedFee[];
}) {
  const words = useCollectionsText();
  const format = useFormat();
  if (steps.length === 0) return <p className="text-body text-muted">{words.noSteps}</p>;
  return (
    <ol>
      {steps.map((step) => (
        <li key={`${step.kind} ${step.days}`} className="flex gap-3 py-2">
          <span className={`grid size-8 shrink-0 place-items-center rounded-full ${stepColors[step.kind]}`}>
            <Icon name={stepIcons[step.kind]} size={16} />
          </span>
          <div className="min-w-0 grow">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-body">
              <span className="font-medium">{words.kinds[step.kind]}</span>
              <span className="text-13 text-muted tabular-nums">
                {format.date(step.on)}, {step.at}
              </span>
            </p>
            {step.held && <p className="text-13 text-danger">{words.held}</p>}
            {step.kind === 'late_fee' &&
              (fees.length === 0 ? (
                <p className="text-13 text-muted">{words.fees.none}</p>
              ) : (
                <ul className="text-13 text-muted tabular-nums">
                  {fees.map((fee) => (
                    <li key={fee.on}>{words.fees.one(format.money(fee.amount), format.date(fee.on))}</li>
                  ))}
                </ul>
              ))}
            {step.messages.length > 0 && (
              <details className="mt-0.5">
                <summary className="cursor-pointer text-13 text-accent-text">{words.seeMessage}</summary>
                {step.messages.map((message) => (
                  <div key={message.subject} className="mt-2 rounded bg-sunken p-3 text-13">
                    <p className="mb-1 font-medium">{message.subject}</p>
                    {message.paragraphs.map((paragraph) => (
                      <p key={paragraph} className="mt-1">
                        {paragraph}
                      </p>
                    ))}
                  </div>
                ))}
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
