import type { Sum } from '../../../../server/modules/rehearsal/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/desk.ts';
import { kinds } from './happening.tsx';

/** Everything that happens, counted by kind and summed by currency. */
export function SumList({ sums }: { sums: readonly Sum[] }) {
  const words = useText();
  const format = useFormat();
  return (
    <DefinitionList
      facts={kinds.map((kind) => {
        const those = sums.filter((sum) => sum.kind === kind);
        const count = those.reduce((all, sum) => all + sum.count, 0);
        return (
          count > 0 && {
            term: words.kinds[kind],
            value: (
              <>
                {words.times(format.number(count))}
                {those.map(
                  ({ amount }) =>
                    amount && (
                      <span key={amount.currency} className="block">
                        <MoneyText value={amount} />
                      </span>
                    ),
                )}
              </>
            ),
          }
        );
      })}
    />
  );
}
