import type { ReactNode } from 'react';
import type { WorkPreview } from '../../../../server/modules/worktime/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useText } from '../text/index.ts';

/** What an invoice of time will say. */
export function WorkInvoice({ of, children }: { of: WorkPreview; children: ReactNode }) {
  const { bill: words, duration } = useText();
  const format = useFormat();
  return (
    <Card title={words.preview}>
      <div role="status" className="flex flex-col gap-4">
        <ul className="divide-y divide-line text-body">
          {of.lines.map(({ description, worked, minutes, net }, index) => (
            <li key={index} className="flex justify-between gap-3 py-2 first:pt-0">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {format.words(description)}
                <span className="block text-13 text-muted">
                  {words.lineWorked(duration(worked), duration(minutes))}
                </span>
              </span>
              <span className="tabular-nums">{format.money(net)}</span>
            </li>
          ))}
        </ul>
        <DefinitionList
          facts={[
            { term: words.subtotal, value: format.money(of.subtotal) },
            { term: words.tax, value: format.money(of.tax) },
            { term: words.total, value: format.money(of.total) },
          ]}
        />
        {children}
      </div>
    </Card>
  );
}
