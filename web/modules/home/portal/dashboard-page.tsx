import { useFormat } from '../../../kernel/format/use-format.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { Slot, useSlot } from '../../../kernel/slots.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { CardSkeleton } from '../../../ui/skeletons.tsx';
import { useText } from '../text/index.ts';

/** The overview: what needs the person now, then a card per matter, then what happened. Modules fill all three. */
export function Page() {
  const { dashboard } = useText();
  const cards = useSlot('dashboard.cards');
  const needs = useSlot('dashboard.needs');
  const activity = useSlot('dashboard.activity');
  return (
    <>
      <PageHeader title={useGreeting()} />
      {needs.length > 0 && (
        <section aria-label={dashboard.needs} className="mb-6 flex flex-col gap-2 empty:hidden">
          <Slot name="dashboard.needs" with={{}} />
        </section>
      )}
      {cards.length > 0 ? (
        <div className="grid items-stretch gap-4 sm:grid-cols-2 xl:grid-cols-3">
          <Slot name="dashboard.cards" with={{}} fallback={<CardSkeleton />} />
        </div>
      ) : (
        <EmptyState icon="services" title={dashboard.emptyTitle}>
          {dashboard.empty}
        </EmptyState>
      )}
      {activity.length > 0 && (
        <section aria-label={dashboard.activity} className="mt-6">
          <Slot name="dashboard.activity" with={{}} />
        </section>
      )}
    </>
  );
}

function useGreeting(): string {
  const { dashboard } = useText();
  const format = useFormat();
  const { name } = usePerson();
  const hour = Number(format.time(new Date().toISOString()).slice(0, 2));
  const [first = name] = name.split(' ');
  if (hour >= 4 && hour < 11) return dashboard.morning(first);
  return hour >= 11 && hour < 18 ? dashboard.day(first) : dashboard.evening(first);
}
