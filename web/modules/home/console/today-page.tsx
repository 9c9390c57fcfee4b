import { Slot, useSlot } from '../../../kernel/slots.tsx';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { CardSkeleton } from '../../../ui/skeletons.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';

/** The staff's overview, made of the cards of all modules. */
export function Page() {
  const { today } = useText();
  const cards = useSlot('console.cards');
  return (
    <>
      <PageHeader title={today.title} />
      {cards.length > 0 ? (
        <div className="grid items-stretch gap-4 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4">
          <Slot name="console.cards" with={{}} fallback={<CardSkeleton />} />
        </div>
      ) : (
        <Card>
          <EmptyState icon="done" title={today.emptyTitle}>
            {today.empty}
          </EmptyState>
        </Card>
      )}
    </>
  );
}
