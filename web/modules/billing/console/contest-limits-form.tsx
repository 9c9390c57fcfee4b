import type { DunningTimelines } from '../../../../server/modules/billing/dunning-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useDeskContestText } from '../text/desk-contest.ts';
import { settingsUrl } from './settings-url.ts';
import { timelinesUrl } from './timeline-values.ts';
import { isDays } from './whole-days.ts';

const fields = ['withinDays', 'holdDays', 'perInvoice', 'perYear'] as const;

/** Within which limits clients may contest invoices. */
export function ContestLimitsForm({ value, version }: DunningTimelines['contests']) {
  const { settings: words } = useDeskContestText();
  const form = useForm({
    initial: {
      offered: value.offered,
      withinDays: String(value.withinDays),
      holdDays: String(value.holdDays),
      perInvoice: String(value.perInvoice),
      perYear: String(value.perYear),
    },
    check: (now) =>
      Object.fromEntries(
        fields
          .filter((name) => !isDays(now[name]) || Number(now[name]) < 1)
          .map((name) => [name, words.number]),
      ),
    send: ({ offered, ...typed }) =>
      api.put(
        `${settingsUrl}/contests`,
        { offered, ...Object.fromEntries(fields.map((name) => [name, Number(typed[name])])) },
        version,
      ),
    refresh: [timelinesUrl],
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.title}>
      <p className="mb-4 text-body text-muted">{words.lead}</p>
      <Form form={form} label={words.title}>
        <Checkbox {...form.field('offered')} label={words.offered} />
        {form.values.offered && (
          <div className="grid gap-4 sm:grid-cols-2">
            {fields.map((name) => (
              <TextField key={name} {...form.field(name)} label={words[name]} inputMode="numeric" />
            ))}
          </div>
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
