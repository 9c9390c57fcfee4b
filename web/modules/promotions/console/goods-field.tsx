import type { Goods } from '../../../../server/modules/promotions/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { useText } from '../text/index.ts';

export interface Meant {
  products: readonly string[];
  plans: readonly string[];
}

/** Products as a whole, or some of their plans. */
export function GoodsField({
  goods,
  value,
  onValue,
}: {
  goods: Goods;
  value: Meant;
  onValue: (value: Meant) => void;
}) {
  const { form: words } = useText();
  const format = useFormat();
  const turn = (kind: keyof Meant, id: string, on: boolean) =>
    onValue({ ...value, [kind]: on ? [...value[kind], id] : value[kind].filter((one) => one !== id) });
  return (
    <ul className="divide-y divide-line">
      {goods.products.map((product) => (
        <li key={product.id} className="py-2">
          <Checkbox
            name={`product.${product.id}`}
            label={format.words(product.name)}
            hint={words.allPlans}
            value={value.products.includes(product.id)}
            onValue={(on) => turn('products', product.id, on)}
          />
          {!value.products.includes(product.id) && product.plans.length > 1 && (
            <div className="flex flex-wrap gap-x-6 ps-8">
              {product.plans.map((plan) => (
                <Checkbox
                  key={plan.id}
                  name={`plan.${plan.id}`}
                  label={format.words(plan.name)}
                  value={value.plans.includes(plan.id)}
                  onValue={(on) => turn('plans', plan.id, on)}
                />
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
