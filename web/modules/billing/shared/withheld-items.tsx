import type { ReactNode } from 'react';
import type { Withholding } from '../../../../server/modules/billing/tax-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useTaxText } from '../text/tax.ts';

const tones: Record<Withholding['state'], Tone> = {
  awaiting: 'attention',
  submitted: 'info',
  proven: 'good',
  reopened: 'danger',
};

export function WithholdingState({ state }: { state: Withholding['state'] }) {
  const { withholding: words } = useTaxText();
  return <StatusChip tone={tones[state]}>{words.states[state]}</StatusChip>;
}

/** What was withheld of an invoice. `slipUrl` is the API address of a slip's file, `act` what may be done with one. */
export function WithheldItems({
  items,
  slipUrl,
  act,
}: {
  items: readonly Withholding[];
  slipUrl: (id: string) => string;
  act: (item: Withholding) => ReactNode;
}) {
  const { withholding: words } = useTaxText();
  const format = useFormat();
  return (
    <ul className="divide-y divide-line text-body">
      {items.map((item) => (
        <li key={item.id} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="font-medium">{words.kinds[item.kind]}</span>
            <span className="font-medium">
              <MoneyText value={item.amount} />
            </span>
          </div>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-13 text-muted">
            <WithholdingState state={item.state} />
            {item.percent !== null && (
              <span>{words.of(format.money(item.base), `${format.number(item.percent)}%`)}</span>
            )}
          </div>
          {item.state === 'awaiting' && (
            <p className="text-13 text-muted">
              {item.refusedBecause
                ? words.refused(item.refusedBecause)
                : words.due(format.date(item.slipDueOn))}
            </p>
          )}
          {item.slip && (
            <p className="text-13">
              <a href={slipUrl(item.id)}>{words.slip(item.slip.number, format.date(item.slip.on))}</a>
            </p>
          )}
          {act(item)}
        </li>
      ))}
    </ul>
  );
}
