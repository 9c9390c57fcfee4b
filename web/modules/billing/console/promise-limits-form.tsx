import type { DunningTimelines } from '../../../../server/modules/billing/dunning-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { settingsUrl } from './settings-url.ts';
import { timelinesUrl } from './timeline-values.ts';
import { isDays } from './whole-days.ts';

const fields = ['days', 'perInvoice', 'perYear'] as const;

/** Within which limits clients may name a day to pay by. */
export function PromiseLimitsForm({ value, version }: DunningTimelines['promises']) {
  const { promises: words } = useCollectionsText();
  const form = useForm({
    initial: {
      offered: value.offered,
      days: String(value.days),
      perInvoice: String(value.perInvoice),
      perYear: String(value.perYear),
    },
    check: (now) =>
      Object.fromEntries(
        fields
          .filter((name) => !isDays(now[name]) || Number(now[name]) < 1)
          .map((name) => [name, words.number]),
      ),
    send: ({ offered, days, perInvoice, perYear }) =>
      api.put(
        `${settingsUrl}/promises`,
        { offered, days: Number(days), perInvoice: Number(perInvoice), perYear: Number(perYear) },
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
          <div className="grid gap-4 sm:grid-cols-3">
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
