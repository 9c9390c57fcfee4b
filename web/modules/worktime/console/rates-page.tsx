import type { ClientTier } from '../../../../server/modules/organizations/tier-contract.ts';
import type { WorkTermsAnswer } from '../../../../server/modules/worktime/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { RateRows } from './rate-rows.tsx';
import { bodyOf, saysTwice, type Values, valuesOf } from './rate-values.ts';

const url = '/api/console/time-rates';
const isWhole = (typed: string, least: number, most: number) =>
  /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;

/** What an hour of work costs whom, and how minutes are rounded. */
export function Page() {
  const { title, rates: words } = useText();
  const terms = useData<WorkTermsAnswer>(url, 'worktime.rates-set');
  const tiers = useData<{ items: ClientTier[] }>('/api/console/client-tiers').items;
  const form = useForm<Values, unknown>({
    initial: valuesOf(terms),
    check: ({ stepMinutes, minimumMinutes, rates }) => ({
      ...(!isWhole(stepMinutes, 1, 480) && { stepMinutes: words.wrong(1, 480) }),
      ...(!isWhole(minimumMinutes, 0, 1440) && { minimumMinutes: words.wrong(0, 1440) }),
      ...(rates.some(({ hourly }) => !hourly || hourly.amount < 1) && { rates: words.hourlyMissing }),
      ...(saysTwice(rates) && { rates: words.twice }),
    }),
    send: (values) => api.put(url, bodyOf(values), terms.version),
    refresh: [url, '/api/console/clients'],
    done: () => toast({ words: words.saved }),
  });
  const taxes = Object.keys(words.taxes) as Values['taxCategory'][];
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: title, to: consolePaths.workTime() }]}
      />
      <Card>
        <Form form={form} label={words.title}>
          <RateRows
            rates={form.values.rates}
            tiers={tiers}
            error={form.errors.rates}
            onRates={(rates) => form.set({ rates })}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField {...form.field('stepMinutes')} label={words.step} inputMode="numeric" maxLength={3} />
            <TextField
              {...form.field('minimumMinutes')}
              label={words.minimum}
              hint={words.minimumHint}
              inputMode="numeric"
              maxLength={4}
            />
          </div>
          <Select
            {...form.field('taxCategory')}
            label={words.tax}
            choices={taxes.map((value) => ({ value, label: words.taxes[value] }))}
          />
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {words.save}
            </Button>
          </FormActs>
        </Form>
      </Card>
    </div>
  );
}
