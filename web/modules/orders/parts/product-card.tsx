import type { Store } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { Path } from '../../../kernel/paths.ts';
import { classes } from '../../../ui/classes.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

/** One product among others: what it is, from what price, and whether it can be had. */
export function ProductCard({
  product,
  currency,
  to,
}: {
  product: Store['groups'][number]['products'][number];
  currency: string;
  /** Null where one may look only. */
  to: Path | null;
}) {
  const { store: words, steps, per } = useText();
  const format = useFormat();
  const { from } = product;
  const name = format.words(product.name);
  return (
    <li
      className={classes(
        'relative flex flex-col rounded border border-line bg-surface p-4 sm:p-5',
        to && 'transition-colors hover:border-accent-ring',
      )}
    >
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-16">
          {to ? (
            <Link to={to} className="text-ink no-underline outline-offset-2 after:absolute after:inset-0">
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        {product.trialDays > 0 && !product.soldOut && (
          <StatusChip tone="good" icon="star">
            {words.trial(product.trialDays)}
          </StatusChip>
        )}
        {product.existingClientsOnly && (
          <StatusChip tone="info" icon="tag">
            {words.forClients}
          </StatusChip>
        )}
        {product.soldOut && (
          <StatusChip tone="neutral" icon="box">
            {words.soldOut}
          </StatusChip>
        )}
      </div>
      <p className="mt-1 line-clamp-3 text-body text-pretty text-muted">
        {format.words(product.description)}
      </p>
      <p className="mt-auto pt-4 text-body text-muted">
        {/* One text each side: what the server writes in one piece is taken over in one piece. */}
        {`${words.from} `}
        <span className="text-20 font-bold text-ink tabular-nums">
          {format.money({ amount: from.recurring, currency })}
        </span>
        {` ${per[from.cycle]}${from.tiered ? ` ${steps.card}` : ''}`}
      </p>
    </li>
  );
}
