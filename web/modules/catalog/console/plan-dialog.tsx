import { Suspense } from 'react';
import type { CatalogPlan, CatalogProduct } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { ChargesEditor } from '../../usage/console/charges-editor.tsx';
import { BothFields } from './both-fields.tsx';
import { type PriceRow, PricesGrid } from './prices-grid.tsx';
import { isJsonObject, jsonOf, jsonText } from './product-form.tsx';

const base = '/api/console/catalog';

/** Adds a plan to a product, or changes one, with all its prices. */
export function PlanDialog({
  product,
  plan,
  onClose,
}: {
  product: CatalogProduct;
  plan: CatalogPlan | null;
  onClose: () => void;
}) {
  const { product: words, fields, cycles } = useText();
  const format = useFormat();
  const form = useForm({
    initial: {
      name: plan?.name ?? { id: '', en: '' },
      description: plan?.description ?? { id: '', en: '' },
      prices: (plan?.prices ?? []) as PriceRow[],
      minimum: String(plan?.minimum ?? 1),
      maximum: String(plan?.maximum ?? 1),
      position: String(plan?.position ?? 100),
      existingClientsOnly: plan?.existingClientsOnly ?? false,
      introMonths: String(plan?.introduction?.months ?? ''),
      introPercent: plan?.introduction ? String(plan.introduction.percent / 100) : '',
      configuration: jsonText(plan?.configuration ?? {}),
    },
    check: (now) => ({
      ...(isJsonObject(now.configuration) ? {} : { configuration: fields.badJson }),
      ...(introductionOf(now) === undefined ? { introMonths: fields.introWrong } : {}),
    }),
    send: (
      { minimum, maximum, position, configuration, prices, introMonths, introPercent, ...same },
      key,
    ) => {
      const body = {
        ...same,
        prices: prices.map((price) => ({
          ...price,
          charges: price.charges?.map((charge) => ({ ...charge, meter: charge.meter.code })),
        })),
        minimum: Number(minimum),
        maximum: Number(maximum),
        position: Number(position),
        configuration: jsonOf(configuration),
        introduction: introductionOf({ introMonths, introPercent }),
      };
      return plan
        ? api.patch<CatalogProduct>(`${base}/plans/${plan.id}`, body, plan.version)
        : api.post<CatalogProduct>(`${base}/products/${product.id}/plans`, body, key);
    },
    refresh: [base],
    done: (_, { name }) => {
      onClose();
      toast({ words: words.saved(format.words(name)) });
    },
  });
  const { value, onValue } = form.field('prices');
  return (
    <Dialog open wide onClose={onClose} title={plan ? words.edit(format.words(plan.name)) : words.addPlan}>
      <Form form={form}>
        <BothFields {...form.field('name')} label={fields.name} />
        <BothFields {...form.field('description')} label={fields.description} long optional />
        <PricesGrid value={value} onValue={onValue} hint={fields.pricesHint} />
        <Suspense>
          <ChargesEditor prices={value} onPrices={onValue} cycleNames={cycles} />
        </Suspense>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            {...form.field('minimum')}
            label={fields.minimum}
            hint={fields.quantityHint}
            inputMode="numeric"
          />
          <TextField {...form.field('maximum')} label={fields.maximum} inputMode="numeric" />
          <TextField
            {...form.field('position')}
            label={fields.position}
            hint={fields.positionHint}
            inputMode="numeric"
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('introMonths')}
            label={fields.introMonths}
            hint={fields.introHint}
            inputMode="numeric"
            optional
          />
          <TextField
            {...form.field('introPercent')}
            label={fields.introPercent}
            inputMode="decimal"
            optional
          />
        </div>
        <Checkbox {...form.field('existingClientsOnly')} label={fields.existing} hint={fields.existingHint} />
        <TextArea
          {...form.field('configuration')}
          label={fields.configuration}
          hint={fields.configurationHint}
          rows={3}
          optional
        />
        <Button type="submit" wide busy={form.busy}>
          {plan ? words.save : words.add}
        </Button>
      </Form>
    </Dialog>
  );
}

/** Null: none is wanted; undefined: what is written is none. Percent becomes hundredths of one. */
function introductionOf({ introMonths, introPercent }: { introMonths: string; introPercent: string }) {
  if (introMonths.trim() === '' && introPercent.trim() === '') return null;
  const months = Number(introMonths);
  const percent = Math.round(Number(introPercent.replace(',', '.')) * 100);
  const right = Number.isInteger(months) && months >= 1 && months <= 36 && percent >= 1 && percent <= 10_000;
  return right ? { months, percent } : undefined;
}
