import type { Ageing as Ages } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { classes } from '../../../ui/classes.ts';
import { useDeskText } from '../text/desk.ts';

type Bucket = keyof ReturnType<typeof useDeskText>['buckets'];

/** What is open by how late it is: one row of figures per currency. */
export function Ageing() {
  const words = useDeskText();
  const format = useFormat();
  const { currencies } = useData<Ages>('/api/console/ageing', 'billing.');
  if (currencies.length === 0) return null;
  return (
    <section aria-label={words.ageing} className="mb-5 flex flex-col gap-3">
      {currencies.map(({ currency, buckets }) => (
        <dl
          key={currency}
          className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-3 lg:grid-cols-5"
        >
          {buckets.map(({ days, count, amount }) => (
            <div key={days} className="bg-surface p-3 last:max-lg:col-span-2 last:sm:max-lg:col-span-2">
              <dt className="text-13 text-muted">{words.buckets[days as Bucket]}</dt>
              <dd
                className={classes(
                  'text-16 font-bold tabular-nums',
                  count === 0 ? 'font-normal text-muted' : days > 0 && 'text-danger',
                )}
              >
                {format.money({ amount, currency })}
              </dd>
              <dd className="text-13 text-muted">{words.invoices(count)}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  );
}
