import { useState } from 'react';
import type { Store, StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import type { AskedItem } from '../../../../server/modules/orders/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { NumberField } from '../../orders/portal/number-field.tsx';
import { Addons, OptionField } from '../../orders/portal/option-fields.tsx';
import {
  type Selection,
  addonsFor,
  fit,
  missingIn,
  optionsFor,
  planOf,
  startWith,
} from '../../orders/portal/selection.ts';
import { useText as useOrderText } from '../../orders/text/index.ts';
import { useDeskText } from '../text/desk.ts';

/** Chooses a product that can be offered to this client, or to somebody new, and configures it as a client would. */
export function AddPlan({
  currency,
  client,
  onAdd,
  onClose,
}: {
  currency: string;
  client: string | null;
  onAdd: (item: AskedItem) => void;
  onClose: () => void;
}) {
  const { form: words } = useDeskText();
  const format = useFormat();
  const asked = `?${new URLSearchParams({ currency, ...(client && { client }) }).toString()}`;
  const { data: store } = useSideData<Store>(`/api/console/offers/goods${asked}`);
  const [slug, setSlug] = useState('');
  const products = store?.groups.flatMap((group) => group.products) ?? [];
  const chosen = slug || products[0]?.slug;
  const { data: product } = useSideData<StoreProduct>(
    chosen ? `/api/console/offers/goods/${chosen}${asked}` : null,
  );
  return (
    <Dialog open wide onClose={onClose} title={words.addPlan}>
      <div className="flex flex-col gap-4">
        <Select
          name="product"
          label={words.product}
          value={chosen ?? ''}
          onValue={setSlug}
          choices={products.map((one) => ({ value: one.slug, label: format.words(one.name) }))}
        />
        {product && product.slug === chosen && (
          <Configure key={product.slug} product={product} onAdd={onAdd} />
        )}
      </div>
    </Dialog>
  );
}

function Configure({ product, onAdd }: { product: StoreProduct; onAdd: (item: AskedItem) => void }) {
  const { form: words } = useDeskText();
  const { cycles, flow } = useOrderText();
  const format = useFormat();
  const [selection, setSelection] = useState<Selection>(() => startWith(product, {}));
  const change = (by: Partial<Selection>) => setSelection((now) => fit(product, { ...now, ...by }));
  const plan = planOf(product, selection);
  const missing = missingIn(product, selection);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="plan"
          label={words.plan}
          value={selection.plan}
          onValue={(value) => change({ plan: value })}
          choices={product.plans.map(({ id, name }) => ({ value: id, label: format.words(name) }))}
        />
        <Select
          name="cycle"
          label={words.cycle}
          value={selection.cycle}
          onValue={(cycle) => change({ cycle })}
          choices={plan.prices.map(({ cycle, recurring }) => ({
            value: cycle,
            label: `${cycles[cycle]} · ${format.money({ amount: recurring, currency: product.currency })}`,
          }))}
        />
      </div>
      {plan.maximum > 1 && (
        <NumberField
          name="quantity"
          label={words.quantity}
          hint={flow.quantityHint(plan.minimum, plan.maximum)}
          value={selection.quantity}
          minimum={plan.minimum}
          maximum={plan.maximum}
          onValue={(quantity) => change({ quantity })}
        />
      )}
      {optionsFor(product, selection.cycle).map((option) => (
        <OptionField
          key={option.code}
          option={option}
          selection={selection}
          currency={product.currency}
          error={undefined}
          onValue={(value) => change({ options: { ...selection.options, [option.code]: value } })}
        />
      ))}
      {addonsFor(product, selection.cycle).length > 0 && (
        <fieldset>
          <legend className="mb-1 text-body font-medium">{flow.addons}</legend>
          <Addons product={product} selection={selection} onValue={(addons) => change({ addons })} />
        </fieldset>
      )}
      <Button
        wide
        reason={
          missing.length > 0
            ? flow.incomplete(format.list(missing.map(({ name }) => format.words(name))))
            : null
        }
        onClick={() => onAdd(selection as unknown as AskedItem)}
      >
        {words.put}
      </Button>
    </>
  );
}
