import type { CreditTermsSettings } from '../../../../server/modules/billing/lot-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useCreditText } from '../text/desk-credit.ts';
import { DepositLimits, type Limit } from './deposit-limits.tsx';
import { settingsUrl } from './settings-url.ts';
import { SumsField } from './sums-field.tsx';
import { isDays } from './whole-days.ts';

const url = `${settingsUrl}/credit`;

/** What clients may add to their credit, and what staff may give them. */
export function Page() {
  const { settings: words } = useCreditText();
  const { value, version } = useData<CreditTermsSettings>(url);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.billing, to: consolePaths.billingSettings() }]}
      />
      <TermsForm key={version} value={value} version={version} />
    </div>
  );
}

function TermsForm({ value: { deposits, goodwill }, version }: CreditTermsSettings) {
  const { settings: words } = useCreditText();
  const form = useForm({
    initial: {
      offered: deposits.offered,
      limits: deposits.limits as readonly Limit[],
      most: goodwill.limits.map(({ currency, most }) => ({ currency, amount: most })) as readonly {
        currency: string;
        amount: number;
      }[],
      days: String(goodwill.days),
      remindDays: String(goodwill.remindDays),
    },
    check: ({ limits, days, remindDays }): Record<string, string> => ({
      ...(limits.some(({ min, max, most }) => min < 1 || min > max || max > most) && { limits: words.order }),
      ...(!isDays(days) && { days: words.number }),
      ...(!isDays(remindDays) && { remindDays: words.number }),
    }),
    send: ({ offered, limits, most, days, remindDays }) =>
      api.put(
        url,
        {
          deposits: { offered, limits },
          goodwill: {
            limits: most
              .filter(({ amount }) => amount > 0)
              .map(({ currency, amount }) => ({ currency, most: amount })),
            days: Number(days),
            remindDays: Number(remindDays),
          },
        },
        version,
      ),
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  const limits = form.field('limits');
  const most = form.field('most');
  return (
    <Form form={form} label={words.title}>
      <Card title={words.deposits}>
        <p className="mb-4 text-body text-muted">{words.depositsLead}</p>
        <div className="flex flex-col gap-4">
          <Checkbox {...form.field('offered')} label={words.offered} />
          {form.values.offered && (
            <DepositLimits value={limits.value} onValue={limits.onValue} error={limits.error} />
          )}
        </div>
      </Card>
      <Card title={words.goodwill}>
        <p className="mb-4 text-body text-muted">{words.goodwillLead}</p>
        <div className="flex flex-col gap-4">
          <SumsField label={words.limit} value={most.value} onValue={most.onValue} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField {...form.field('days')} label={words.days} inputMode="numeric" />
            <TextField {...form.field('remindDays')} label={words.remindDays} inputMode="numeric" />
          </div>
        </div>
      </Card>
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {words.save}
        </Button>
      </FormActs>
    </Form>
  );
}
