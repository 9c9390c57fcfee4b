import type { Quote } from '../../../../server/modules/orders/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/index.ts';

/** What was chosen of one plan, in the words of the catalog at that time. */
export function Chosen({
  item,
  currency,
}: {
  item: Omit<Quote['items'][number], 'introduced' | 'term' | 'billDay'>;
  currency: string;
}) {
  const { flow, order: words, cycles, per } = useText();
  const format = useFormat();
  const money = (amount: number) => <MoneyText value={{ amount, currency }} />;
  const { options, addons } = item.choices;
  return (
    <DefinitionList
      facts={[
        { term: words.cycle, value: cycles[item.cycle] },
        item.quantity > 1 && { term: words.count, value: format.number(item.quantity) },
        ...options.map((option) => ({
          term: format.words(option.name),
          value:
            option.label !== null
              ? format.words(option.label)
              : option.value === true
                ? '✓'
                : typeof option.value === 'number'
                  ? format.number(option.value)
                  : String(option.value),
        })),
        addons.length > 0 && {
          term: flow.addons,
          value: format.list(addons.map((addon) => format.words(addon.name))),
        },
        {
          term: words.price,
          value:
            item.cycle === 'one_time' ? (
              money(item.recurring)
            ) : (
              <>
                {money(item.recurring)} <span className="font-normal text-muted">{per[item.cycle]}</span>
              </>
            ),
        },
        item.setup > 0 && { term: words.setup, value: money(item.setup) },
        item.trialDays > 0 && { term: words.trialTerm, value: words.trial(item.trialDays) },
      ]}
    />
  );
}
