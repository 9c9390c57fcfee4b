import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import { Card } from '../../../ui/card.tsx';
import { PriceSteps } from '../parts/price-steps.tsx';
import { useText } from '../text/index.ts';
import { NumberField } from './number-field.tsx';
import { Addons, OptionField } from './option-fields.tsx';
import { type Selection, addonsFor, optionsFor, planOf } from './selection.ts';

/** What is asked once plan and cycle are chosen: how many, the options and what comes along. */
export function PlanDetails({
  product,
  selection,
  errorOf,
  onChange,
}: {
  product: StoreProduct;
  selection: Selection;
  /** What is wrong with the answer to an option, by its code. */
  errorOf?: (option: string) => string | undefined;
  onChange: (change: Partial<Selection>) => void;
}) {
  const { flow: words } = useText();
  const plan = planOf(product, selection);
  const price = plan.prices.find(({ cycle, tiers }) => cycle === selection.cycle && tiers);
  const options = optionsFor(product, selection.cycle);
  const addons = addonsFor(product, selection.cycle);
  return (
    <>
      {plan.maximum > 1 && (
        <Card>
          <NumberField
            name="quantity"
            label={words.quantity}
            hint={words.quantityHint(plan.minimum, plan.maximum)}
            value={selection.quantity}
            minimum={plan.minimum}
            maximum={plan.maximum}
            onValue={(quantity) => onChange({ quantity })}
          />
          {price && (
            <div className="mt-4">
              <PriceSteps price={price} currency={product.currency} />
            </div>
          )}
        </Card>
      )}
      {options.length > 0 && (
        <Card title={words.options}>
          <div className="flex flex-col gap-5">
            {options.map((option) => (
              <OptionField
                key={option.code}
                option={option}
                selection={selection}
                currency={product.currency}
                error={errorOf?.(option.code)}
                onValue={(value) => onChange({ options: { ...selection.options, [option.code]: value } })}
              />
            ))}
          </div>
        </Card>
      )}
      {addons.length > 0 && (
        <Card title={words.addons}>
          <Addons
            product={product}
            selection={selection}
            onValue={(chosen) => onChange({ addons: chosen })}
          />
        </Card>
      )}
    </>
  );
}
