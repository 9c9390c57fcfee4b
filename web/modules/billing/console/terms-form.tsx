import type { BillingSettings } from '../../../../server/modules/billing/contract.ts';
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
import { useText } from '../text/index.ts';
import { settingsUrl } from './settings-url.ts';
import { isDays } from './whole-days.ts';

const bases = ['11/12', '1/1'];

/** The terms of invoices: days to pay, credit, numbers and tax. */
export function TermsForm({ value, version }: BillingSettings['invoicing']) {
  const { settings: words } = useText();
  const text = useKernelText();
  const { tax } = value;
  const form = useForm({
    initial: {
      dueDays: String(value.dueDays),
      creditAutomatically: value.creditAutomatically,
      invoiceNumber: value.invoiceNumber,
      receiptNumber: value.receiptNumber,
      digits: String(value.digits),
      charged: tax.charged,
      taxNameId: tax.name.id,
      taxNameEn: tax.name.en,
      percent: String(tax.percent),
      base: `${tax.base.numerator}/${tax.base.denominator}`,
      inclusive: tax.inclusive,
    },
    check: ({ dueDays, digits, percent }) => ({
      ...(isDays(dueDays) ? {} : { dueDays: words.wholeNumber }),
      ...(isDays(digits) ? {} : { digits: words.wholeNumber }),
      ...(Number.isFinite(decimal(percent)) ? {} : { percent: words.wholeNumber }),
    }),
    send: (now) => {
      const [numerator, denominator] = now.base.split('/').map(Number);
      return api.put(
        `${settingsUrl}/invoicing`,
        {
          dueDays: Number(now.dueDays),
          creditAutomatically: now.creditAutomatically,
          invoiceNumber: now.invoiceNumber,
          receiptNumber: now.receiptNumber,
          digits: Number(now.digits),
          tax: {
            charged: now.charged,
            name: { id: now.taxNameId, en: now.taxNameEn },
            percent: decimal(now.percent),
            base: { numerator, denominator },
            inclusive: now.inclusive,
          },
        },
        version,
      );
    },
    refresh: [settingsUrl],
    done: () => toast({ words: words.saved }),
  });
  const { charged, base, invoiceNumber, receiptNumber, digits } = form.values;
  return (
    <Card title={words.terms}>
      <Form form={form} label={words.terms}>
        <TextField
          {...form.field('dueDays')}
          label={words.dueDays}
          hint={words.dueDaysHint}
          inputMode="numeric"
          className="sm:max-w-96"
        />
        <Checkbox {...form.field('creditAutomatically')} label={words.creditAutomatically} />
        <FieldSet label={words.numbers} hint={words.numbersHint}>
          <div className="grid gap-4 sm:grid-cols-[1fr_1fr_6rem]">
            <TextField
              {...form.field('invoiceNumber')}
              label={words.invoiceNumber}
              hint={words.example(example(invoiceNumber, digits))}
            />
            <TextField
              {...form.field('receiptNumber')}
              label={words.receiptNumber}
              hint={words.example(example(receiptNumber, digits))}
            />
            <TextField {...form.field('digits')} label={words.digits} inputMode="numeric" />
          </div>
        </FieldSet>
        <FieldSet label={words.tax}>
          <Checkbox {...form.field('charged')} label={words.charged} hint={words.chargedHint} />
          {charged && (
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField {...form.field('percent')} label={words.percent} inputMode="decimal" />
              <Select
                {...form.field('base')}
                label={words.base}
                hint={words.baseHint}
                choices={[...new Set([base, ...bases])].map((one) => ({ value: one, label: one }))}
              />
              <TextField {...form.field('taxNameId')} label={words.taxNameId} maxLength={60} />
              <TextField {...form.field('taxNameEn')} label={words.taxNameEn} maxLength={60} />
              <Checkbox {...form.field('inclusive')} label={words.inclusive} />
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

const decimal = (typed: string) => (typed.trim() === '' ? NaN : Number(typed.trim().replace(',', '.')));

function example(format: string, digits: string): string {
  const filled = isDays(digits) ? '123'.padStart(Number(digits), '0') : '123';
  return format.replace('{year}', String(new Date().getFullYear())).replace('{number}', filled);
}
