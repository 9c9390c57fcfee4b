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
import { BillDayFields, billDayOf, billDayRow } from './bill-day-fields.tsx';
import { BothFields } from './both-fields.tsx';
import { IntroductionFields, type StepRow, stepsOf } from './introduction-fields.tsx';
import { TermFields, termOf, termRow } from './term-fields.tsx';
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
  const { product: words, fields, cycles, term: termWords, billDay: dayWords } = useText();
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
      introduction: (plan?.introduction ?? []).map(({ months, percent }): StepRow => ({
        months: String(months),
        percent: String(percent / 100),
      })),
      billDay: billDayRow(plan?.billDay ?? null),
      term: termRow(plan?.term ?? null),
      configuration: jsonText(plan?.configuration ?? {}),
    },
    check: (now) => ({
      ...(isJsonObject(now.configuration) ? {} : { configuration: fields.badJson }),
      ...(billDayOf(now.billDay) === undefined ? { billDay: dayWords.wrong } : {}),
      ...(termOf(now.term) === undefined ? { term: termWords.wrong } : {}),
      ...(stepsOf(now.introduction) ? {} : { introduction: fields.introWrong }),
    }),
    send: ({ minimum, maximum, position, configuration, prices, introduction, ...rest }, key) => {
      const { term, billDay, ...same } = rest;
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
        introduction: stepsOf(introduction),
        term: termOf(term),
        billDay: billDayOf(billDay),
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
        <BillDayFields {...form.field('billDay')} prices={value} />
        <TermFields {...form.field('term')} prices={value} />
        <IntroductionFields {...form.field('introduction')} prices={value} />
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
