import type {
  DeferredRevenue,
  RevenueSettings,
} from '../../../../server/modules/billing/revenue-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/desk-revenue.ts';
import { settingsUrl } from './settings-url.ts';

const url = `${settingsUrl}/revenue`;
const report = '/api/console/deferred-revenue';

/** What was invoiced for days to come, and from when on that is deferred. */
export function Page() {
  const words = useText();
  const format = useFormat();
  const settings = useData<RevenueSettings>(url);
  const { currencies } = useData<DeferredRevenue>(report, 'billing.');
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.billing, to: consolePaths.billingSettings() }]}
        aside={
          currencies.length > 0 && (
            <a href={`${report}/file?lang=${format.locale}`} download>
              {words.file}
            </a>
          )
        }
      />
      <div className="flex flex-col gap-4">
        {currencies.map((one) => (
          <Months key={one.currency} {...one} />
        ))}
        {currencies.length === 0 && (
          <Card title={words.months}>
            <EmptyState icon="calendar" title={words.empty} small>
              {words.emptyHint}
            </EmptyState>
          </Card>
        )}
        <Since key={settings.version} {...settings} />
      </div>
    </div>
  );
}

interface Month {
  month: string;
  recognized: number | null;
  coming: number | null;
}

function Months({ currency, balance, waiting, coming, recognized }: DeferredRevenue['currencies'][number]) {
  const words = useText();
  const money = (amount: number) => <MoneyText value={{ amount, currency }} />;
  const months = new Map<string, Month>(
    recognized.map(({ month, amount }) => [month, { month, recognized: amount, coming: null }]),
  );
  for (const { month, amount } of coming)
    months.set(month, { month, recognized: months.get(month)?.recognized ?? null, coming: amount });
  const figure = (name: 'recognized' | 'coming'): Column<Month> => ({
    key: name,
    header: words[name],
    card: 'rest',
    align: 'end',
    cell: (row) => {
      const amount = row[name];
      return (
        amount !== null && (
          <>
            <span className="text-muted as-table:hidden">{words[name]}: </span>
            {money(amount)}
          </>
        )
      );
    },
  });
  return (
    <Card title={words.of(currency)}>
      <DefinitionList
        facts={[
          { term: words.balance, value: money(balance) },
          waiting !== 0 && { term: words.waiting, value: money(waiting) },
        ]}
      />
      {months.size > 0 && (
        <div className="mt-4">
          <DataTable<Month>
            caption={words.of(currency)}
            rows={[...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1))}
            rowKey={({ month }) => month}
            columns={[
              {
                key: 'month',
                header: words.month,
                card: 'title',
                cell: ({ month }) => words.monthOf(month),
              },
              figure('recognized'),
              figure('coming'),
            ]}
          />
        </div>
      )}
    </Card>
  );
}

function Since({ value: { deferFrom }, version }: RevenueSettings) {
  const words = useText();
  const today = new Date().toISOString().slice(0, 10);
  const form = useForm({
    initial: { on: deferFrom !== null, from: deferFrom ?? today },
    check: ({ on, from }): Record<string, string> => (on && from === '' ? { from: words.needsDay } : {}),
    send: ({ on, from }) => api.put(url, { deferFrom: on ? from : null }, version),
    refresh: [url, report],
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.setting}>
      <p className="mb-4 text-body text-muted">{words.settingLead}</p>
      <Form form={form} label={words.setting}>
        <Checkbox {...form.field('on')} label={words.on} />
        {form.values.on && (
          <TextField
            {...form.field('from')}
            label={words.from}
            hint={words.fromHint}
            type="date"
            className="sm:max-w-64"
          />
        )}
        <FormActs>
          <Button type="submit" busy={form.busy} weight="secondary">
            {words.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
