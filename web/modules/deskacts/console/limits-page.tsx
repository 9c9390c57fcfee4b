import type { DeskLimits } from '../../../../server/modules/deskacts/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { currencyChoices } from '../../../ui/countries.ts';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';

const url = '/api/console/settings/deskacts.limits';
type Line = DeskLimits['credit'][number];
interface Draft {
  key: number;
  currency: string;
  perDay: Money | null;
}

/** How much credit somebody of the support team may give in a day. */
export function Page() {
  const { limits: words } = useText();
  const { save } = useKernelText();
  const { value, version } = useData<{ value: DeskLimits; version: number }>(url);
  const others = value.credit.filter(({ role }) => role !== 'support');
  const form = useForm<{ lines: readonly Draft[] }, unknown>({
    initial: {
      lines: value.credit
        .filter(({ role }) => role === 'support')
        .map(({ currency, perDay }, key) => ({ key, currency, perDay: { amount: perDay, currency } })),
    },
    check: ({ lines }) => ({
      ...(lines.some(({ perDay }) => !perDay || perDay.amount < 1) && { lines: words.missing }),
      ...(new Set(lines.map(({ currency }) => currency)).size < lines.length && { lines: words.twice }),
    }),
    send: ({ lines }) => {
      const own = lines.map(({ currency, perDay }): Line => ({
        role: 'support',
        currency: currency as Line['currency'],
        perDay: perDay?.amount ?? 0,
      }));
      return api.put(url, { value: { credit: [...others, ...own] } }, version);
    },
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  const { lines } = form.values;
  const set = (changed: readonly Draft[]) => form.set({ lines: changed });
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.tickets, to: consolePaths.tickets() }]}
      />
      <Card>
        <Form form={form} label={words.title}>
          <FieldSet label={words.each} error={form.errors.lines}>
            {lines.map((line) => (
              <div key={line.key} className="mb-3 flex items-end gap-2">
                <Select
                  className="w-24 shrink-0"
                  label={words.currency}
                  name={`currency-${line.key}`}
                  value={line.currency}
                  onValue={(currency) =>
                    set(lines.map((one) => (one === line ? { ...line, currency, perDay: null } : one)))
                  }
                  choices={currencyChoices}
                />
                <MoneyField
                  key={line.currency}
                  className="min-w-0 grow"
                  label={words.perDay}
                  name={`per-day-${line.key}`}
                  currency={line.currency}
                  value={line.perDay}
                  onValue={(perDay) => set(lines.map((one) => (one === line ? { ...line, perDay } : one)))}
                />
                <IconButton
                  icon="trash"
                  label={words.remove(line.currency)}
                  onClick={() => set(lines.filter((one) => one !== line))}
                />
              </div>
            ))}
            <Button
              weight="secondary"
              icon="plus"
              className="self-start"
              onClick={() =>
                set([
                  ...lines,
                  { key: Math.max(-1, ...lines.map(({ key }) => key)) + 1, currency: 'IDR', perDay: null },
                ])
              }
            >
              {words.add}
            </Button>
          </FieldSet>
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {save}
            </Button>
          </FormActs>
        </Form>
      </Card>
    </div>
  );
}
