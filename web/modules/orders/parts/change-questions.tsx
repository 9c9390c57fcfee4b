import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PlanDetails } from '../portal/plan-details.tsx';
import { type Selection, planOf } from '../portal/selection.ts';
import { useText } from '../text/index.ts';

/** Everything about a service that can be chosen anew, as it is now. */
export function ChangeQuestions({
  product,
  selection,
  onChange,
}: {
  product: StoreProduct;
  selection: Selection;
  onChange: (change: Partial<Selection>) => void;
}) {
  const { flow: words, cycles, per } = useText();
  const format = useFormat();
  const plan = planOf(product, selection);
  const recurring = plan.prices.filter(({ cycle }) => cycle !== 'one_time');
  const money = (amount: number) => ({ amount, currency: product.currency });
  return (
    <>
      {product.plans.length > 1 && (
        <Card>
          <RadioCards
            name="plan"
            label={words.plan}
            value={selection.plan}
            onValue={(value) => onChange({ plan: value })}
            choices={product.plans.flatMap((each) => {
              const price = each.prices.find(({ cycle }) => cycle === selection.cycle) ?? each.prices[0];
              if (!price || price.cycle === 'one_time') return [];
              return {
                value: each.id,
                label: format.words(each.name),
                hint: format.words(each.description),
                aside: (
                  <span className="whitespace-nowrap">
                    <MoneyText value={money(price.recurring)} />{' '}
                    <span className="font-normal text-muted">{per[price.cycle]}</span>
                  </span>
                ),
              };
            })}
          />
        </Card>
      )}
      {recurring.length > 1 && (
        <Card>
          <RadioCards
            name="cycle"
            label={words.cycle}
            columns={2}
            value={selection.cycle}
            onValue={(cycle) => onChange({ cycle })}
            choices={recurring.map((each) => ({
              value: each.cycle,
              label: cycles[each.cycle],
              hint: `${format.money(money(each.recurring))} ${per[each.cycle]}`,
            }))}
          />
        </Card>
      )}
      <PlanDetails product={product} selection={selection} onChange={onChange} />
    </>
  );
}
