import type { BillingSettings } from '../../../../server/modules/billing/settings-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useTaxText } from '../text/tax.ts';
import { settingsUrl } from './settings-url.ts';
import { TaxExamplesTable } from './tax-examples.tsx';

const decimal = (typed: string) => (typed.trim() === '' ? NaN : Number(typed.trim().replace(',', '.')));
const whole = (typed: string) => /^\d{1,3}$/.test(typed.trim());

/** How the business stands with taxes, with what that makes of a price. */
export function TaxTermsForm({ value, version }: BillingSettings['tax']) {
  const { settings: words } = useTaxText();
  const text = useKernelText();
  const { withholding } = value;
  // One registration is edited here; those before it stay as they are.
  const earlier = value.registered.slice(0, -1);
  const latest = value.registered.at(-1);
  const rate = withholding.rates.at(-1)!;
  const form = useForm({
    initial: {
      from: latest?.from ?? '',
      until: latest?.until ?? '',
      inclusive: value.inclusive,
      rounding: value.rounding,
      accounting: value.accounting as string,
      oneStopShop: value.oneStopShop,
      offered: withholding.offered,
      percent: String(rate.percent),
      percentWithoutTaxId: String(rate.percentWithoutTaxId),
      slipDays: String(withholding.slipDays),
      remindEveryDays: String(withholding.remindEveryDays),
      reopenAfterDays: String(withholding.reopenAfterDays ?? ''),
    },
    check: (now) => ({
      ...(Number.isFinite(decimal(now.percent)) ? {} : { percent: words.needsNumber }),
      ...(Number.isFinite(decimal(now.percentWithoutTaxId))
        ? {}
        : { percentWithoutTaxId: words.needsNumber }),
      ...(whole(now.slipDays) ? {} : { slipDays: words.needsNumber }),
      ...(whole(now.remindEveryDays) ? {} : { remindEveryDays: words.needsNumber }),
      ...(now.reopenAfterDays.trim() === '' || whole(now.reopenAfterDays)
        ? {}
        : { reopenAfterDays: words.needsNumber }),
    }),
    send: (now) =>
      api.put(
        `${settingsUrl}/tax`,
        {
          registered: registeredOf(now),
          inclusive: now.inclusive,
          rounding: now.rounding,
          accounting: now.accounting,
          oneStopShop: now.oneStopShop,
          withholding: {
            offered: now.offered,
            rates: [
              ...withholding.rates.slice(0, -1),
              {
                from: rate.from,
                percent: decimal(now.percent),
                percentWithoutTaxId: decimal(now.percentWithoutTaxId),
              },
            ],
            slipDays: Number(now.slipDays),
            remindEveryDays: Number(now.remindEveryDays),
            reopenAfterDays: now.reopenAfterDays.trim() === '' ? null : Number(now.reopenAfterDays),
          },
        },
        version,
      ),
    refresh: [settingsUrl],
    done: () => toast({ words: words.saved }),
  });
  function registeredOf({ from, until }: { from: string; until: string }) {
    return from === '' ? earlier : [...earlier, { from, until: until || null }];
  }
  const { inclusive, oneStopShop } = form.values;
  return (
    <Card title={words.terms}>
      <Form form={form} label={words.terms}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('from')}
            label={words.registered}
            hint={words.registeredHint}
            type="date"
            optional
          />
          <TextField
            {...form.field('until')}
            label={words.until}
            hint={words.untilHint}
            type="date"
            optional
          />
          <Select
            {...form.field('rounding')}
            label={words.rounding}
            hint={words.roundingHint}
            choices={(['invoice', 'line'] as const).map((one) => ({
              value: one,
              label: words.roundings[one],
            }))}
          />
          <TextField
            {...form.field('accounting')}
            label={words.accounting}
            maxLength={3}
            autoCapitalize="characters"
          />
        </div>
        <div className="flex flex-col">
          <Checkbox {...form.field('inclusive')} label={words.inclusive} hint={words.inclusiveHint} />
          <Checkbox {...form.field('oneStopShop')} label={words.oneStopShop} />
        </div>
        <TaxExamplesTable
          currency={value.accounting}
          terms={{ registered: registeredOf(form.values), inclusive, oneStopShop }}
        />
        <FieldSet label={words.withholding}>
          <Checkbox {...form.field('offered')} label={words.offered} hint={words.offeredHint} />
          {form.values.offered && (
            <div className="grid gap-4 sm:grid-cols-3">
              <TextField {...form.field('percent')} label={words.percent} inputMode="decimal" />
              <TextField
                {...form.field('percentWithoutTaxId')}
                label={words.percentWithout}
                inputMode="decimal"
              />
              <TextField {...form.field('slipDays')} label={words.slipDays} inputMode="numeric" />
              <TextField {...form.field('remindEveryDays')} label={words.remindEvery} inputMode="numeric" />
              <TextField
                {...form.field('reopenAfterDays')}
                label={words.reopenAfter}
                hint={words.reopenAfterHint}
                inputMode="numeric"
                optional
              />
            </div>
          )}
        </FieldSet>
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
