import type { PlacedGuestOrder } from '../../../../server/modules/guests/contract.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';
import { keepLookup } from './kept-lookup.ts';

/** The order is in: its number and code, and on to paying. */
export function GuestPlaced({ order }: { order: PlacedGuestOrder }) {
  const { guest: words, done } = useText();
  return (
    <div className="mx-auto flex max-w-md flex-col gap-4" role="status">
      <Card>
        <h1 className="text-26 text-balance">{words.placedTitle}</h1>
        <dl className="mt-4 grid gap-4 sm:grid-cols-2">
          {[
            [done.number, order.number],
            [done.code, order.code],
          ].map(([term, value]) => (
            <div key={term}>
              <dt className="text-13 text-muted">{term}</dt>
              <dd className="text-16 font-bold tracking-wide tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-13 text-muted">{words.placedHint}</p>
      </Card>
      <form
        method="post"
        action={paths.orderStatus()}
        onSubmit={(event) => {
          event.preventDefault();
          keepLookup(order);
          goTo(paths.orderStatus());
        }}
      >
        <input type="hidden" name="number" value={order.number} />
        <input type="hidden" name="code" value={order.code} />
        <Button type="submit" wide>
          {words.goOn}
        </Button>
      </form>
    </div>
  );
}
