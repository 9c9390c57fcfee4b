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
import { TextField } from '../../../ui/inputs.tsx';
import { useSettingsText } from '../text/desk-settings.ts';
import { settingsUrl } from './settings-url.ts';
import { isDays } from './whole-days.ts';

/** The terms of invoices: days to pay, credit and numbers. */
export function TermsForm({ value, version }: BillingSettings['invoicing']) {
  const words = useSettingsText();
  const text = useKernelText();
  const form = useForm({
    initial: {
      dueDays: String(value.dueDays),
      creditAutomatically: value.creditAutomatically,
      together: value.together,
      invoiceNumber: value.invoiceNumber,
      receiptNumber: value.receiptNumber,
      creditNoteNumber: value.creditNoteNumber,
      digits: String(value.digits),
    },
    check: ({ dueDays, digits }) => ({
      ...(isDays(dueDays) ? {} : { dueDays: words.wholeNumber }),
      ...(isDays(digits) ? {} : { digits: words.wholeNumber }),
    }),
    send: (now) =>
      api.put(
        `${settingsUrl}/invoicing`,
        {
          dueDays: Number(now.dueDays),
          creditAutomatically: now.creditAutomatically,
          together: now.together,
          invoiceNumber: now.invoiceNumber,
          receiptNumber: now.receiptNumber,
          creditNoteNumber: now.creditNoteNumber,
          digits: Number(now.digits),
        },
        version,
      ),
    refresh: [settingsUrl],
    done: () => toast({ words: words.saved }),
  });
  const { invoiceNumber, receiptNumber, creditNoteNumber, digits } = form.values;
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
        <Checkbox {...form.field('together')} label={words.together} hint={words.togetherHint} />
        <FieldSet label={words.numbers} hint={words.numbersHint}>
          <div className="grid gap-4 sm:grid-cols-3">
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
            <TextField
              {...form.field('creditNoteNumber')}
              label={words.creditNoteNumber}
              hint={words.example(example(creditNoteNumber, digits))}
            />
            <TextField {...form.field('digits')} label={words.digits} inputMode="numeric" />
          </div>
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

function example(format: string, digits: string): string {
  const filled = isDays(digits) ? '123'.padStart(Number(digits), '0') : '123';
  return format.replace('{year}', String(new Date().getFullYear())).replace('{number}', filled);
}
