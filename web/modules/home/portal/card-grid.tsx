import { type ReactNode, useState } from 'react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';
import { inChosenOrder, keepOrder, moved } from './card-order.ts';

export interface GridCard {
  id: string;
  card: ReactNode;
}

/** The cards of the overview, in the order this person likes: moved by buttons, so by keyboard and touch alike. */
export function CardGrid({ cards }: { cards: readonly GridCard[] }) {
  const { arrange: words } = useText();
  const [arranging, setArranging] = useState(false);
  const [order, setOrder] = useState<string[] | null>(null);
  const shown = order ? inChosenOrder(cards, order) : inChosenOrder(cards);
  const ids = shown.map(({ id }) => id);

  function move(id: string, step: 1 | -1) {
    const next = moved(ids, id, step);
    keepOrder(next);
    setOrder(next);
  }

  return (
    <>
      <div className="grid items-stretch gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {shown.map(({ id, card }, index) => (
          <div key={id} className="flex min-w-0 flex-col *:grow empty:hidden">
            {arranging && (
              <div className="flex grow-0! items-center justify-between pb-1 text-13 text-muted">
                {words.place(index + 1, shown.length)}
                <span>
                  <IconButton
                    icon="left"
                    label={words.earlier}
                    disabled={index === 0}
                    onClick={() => move(id, -1)}
                  />
                  <IconButton
                    icon="right"
                    label={words.later}
                    disabled={index === shown.length - 1}
                    onClick={() => move(id, 1)}
                  />
                </span>
              </div>
            )}
            {card}
          </div>
        ))}
      </div>
      <div className="no-print mt-4 flex justify-end">
        <Button
          weight="quiet"
          icon={arranging ? 'check' : 'swap'}
          className="text-muted"
          onClick={() => setArranging(!arranging)}
        >
          {arranging ? words.done : words.start}
        </Button>
      </div>
    </>
  );
}
