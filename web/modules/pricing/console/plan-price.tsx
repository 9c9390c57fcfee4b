import { useState } from 'react';
import type { CatalogPlan } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';
import { Tiers, type TierRow } from './tiers.tsx';

/** Plans what new orders of a plan cost from a day on: the same for each unit, or by how many there are. */
export function PlanPrice({ plan, url }: { plan: CatalogPlan; url: string }) {
  const { history: words, form: names, cycles } = useText();
  const [open, setOpen] = useState(false);
  const first = plan.prices[0];
  const form = useForm({
    initial: {
      currency: first?.currency ?? 'IDR',
      cycle: (first?.cycle ?? 'monthly') as keyof Text['cycles'],
      model: 'flat' as 'flat' | 'graduated' | 'volume',
      recurring: first?.recurring ?? null,
      setup: first?.setup ?? 0,
      tiers: [
        { upTo: '10', each: first?.recurring ?? null, fixed: 0 },
        { upTo: '', each: null, fixed: 0 },
      ] as TierRow[],
      from: '',
    },
    send: ({ model, recurring, tiers, ...same }, key) =>
      api.post(
        `/api/console/catalog/plans/${plan.id}/prices`,
        {
          ...same,
          recurring: recurring ?? 0,
          ...(model === 'flat'
            ? {}
            : {
                tiers: {
                  model,
                  tiers: tiers.map(({ upTo, each, fixed }, index) => ({
                    upTo: index === tiers.length - 1 ? null : Number(upTo),
                    each: each ?? 0,
                    fixed,
                  })),
                },
              }),
        },
        key,
      ),
    check: ({ from }) => (from ? {} : { from: words.day }),
    refresh: [url, '/api/console/catalog'],
    done: () => {
      setOpen(false);
      toast({ words: words.planned });
    },
  });
  if (!open) {
    return (
      <Button weight="secondary" icon="plus" onClick={() => setOpen(true)}>
        {words.plan}
      </Button>
    );
  }
  const { currency, model, recurring, setup, tiers } = form.values;
  const money = (amount: number | null) => (amount === null ? null : { amount, currency });
  const currencies = [...new Set([currency, ...plan.prices.map((price) => price.currency), 'IDR', 'USD'])];
  return (
    <Form form={form}>
      <p className="text-13 text-muted">{words.planHint}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          {...form.field('currency')}
          label={names.currency}
          choices={currencies.map((value) => ({ value, label: value }))}
        />
        <Select
          {...form.field('cycle')}
          label={names.cycle}
          choices={(Object.keys(cycles) as (keyof Text['cycles'])[]).map((value) => ({
            value,
            label: cycles[value],
          }))}
        />
        <TextField {...form.field('from')} type="date" label={words.day} />
      </div>
      <RadioCards
        {...form.field('model')}
        label={words.model}
        choices={(['flat', 'graduated', 'volume'] as const).map((value) => ({
          value,
          ...words.models[value],
        }))}
      />
      {model === 'flat' ? (
        <MoneyField
          name="recurring"
          label={words.recurring}
          currency={currency}
          value={money(recurring)}
          onValue={(value) => form.set({ recurring: value?.amount ?? null })}
          error={form.errors.recurring}
        />
      ) : (
        <Tiers currency={currency} value={tiers} onValue={(next) => form.set({ tiers: next })} />
      )}
      <MoneyField
        name="setup"
        label={words.setup}
        currency={currency}
        value={money(setup)}
        onValue={(value) => form.set({ setup: value?.amount ?? 0 })}
        error={form.errors.setup}
      />
      <Button type="submit" busy={form.busy}>
        {words.act}
      </Button>
    </Form>
  );
}
