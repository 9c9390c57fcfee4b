import type { Dashboard } from '../../../../server/modules/home/contract.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

type Steps = NonNullable<Dashboard['onboarding']>;

/** What a new client does first; the next step is the one to press. */
export function Onboarding({ steps }: { steps: Steps }) {
  const { onboarding: words } = useText();
  const { to } = useOrganization();
  const canOpen = useCanOpen();
  const all = [
    {
      id: 'details',
      done: steps.details,
      title: words.details,
      hint: words.detailsHint,
      to: to.organization(),
    },
    {
      id: 'colleagues',
      done: steps.colleagues,
      title: words.colleagues,
      hint: words.colleaguesHint,
      to: to.members(),
    },
    { id: 'ordered', done: steps.ordered, title: words.ordered, hint: words.orderedHint, to: to.store() },
    { id: 'paid', done: steps.paid, title: words.paid, hint: words.paidHint, to: to.invoices() },
  ].filter((step) => canOpen(step.to));
  const done = all.filter((step) => step.done).length;
  if (done === all.length) return null;
  return (
    <Card
      title={words.title}
      aside={<span className="text-muted">{words.lead(done, all.length)}</span>}
      flush
      className="my-6 first:mt-0"
    >
      <ol className="divide-y divide-line border-t border-line">
        {all.map((step, index) => (
          <li key={step.id} className="relative flex items-center gap-4 px-4 py-3 hover:bg-sunken/60 sm:px-5">
            {step.done ? (
              <span className="grid size-8 shrink-0 place-items-center rounded-full bg-good-soft text-good">
                <Icon name="check" size={18} />
                <span className="sr-only">{words.done}</span>
              </span>
            ) : (
              <span className="grid size-8 shrink-0 place-items-center rounded-full border border-line-control text-14 font-medium text-muted">
                {index + 1}
              </span>
            )}
            <div className="min-w-0 grow">
              <Link
                to={step.to}
                className={`text-body font-medium no-underline outline-offset-[-2px] after:absolute after:inset-0 ${step.done ? 'text-muted line-through' : 'text-ink'}`}
              >
                {step.title}
              </Link>
              {!step.done && <p className="text-13 text-muted">{step.hint}</p>}
            </div>
            {!step.done && <Icon name="right" size={16} className="text-muted" />}
          </li>
        ))}
      </ol>
    </Card>
  );
}
