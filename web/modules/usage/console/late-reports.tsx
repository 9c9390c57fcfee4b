import type { UsageRules } from '../../../../server/modules/usage/settings-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/desk.ts';

const url = '/api/console/settings/usage.rules';
interface Setting {
  value: UsageRules;
  version: number;
}

/** How long late events are taken, and what becomes of those whose day is billed. */
export function LateReports() {
  const { data } = useSideData<Setting>(url);
  return data ? <Rules key={data.version} {...data} /> : null;
}

function Rules({ value, version }: Setting) {
  const { rules: words } = useText();
  const form = useForm({
    initial: { lateDays: String(value.lateDays), afterBilling: value.afterBilling },
    send: ({ lateDays, afterBilling }) =>
      api.put(url, { value: { lateDays: Number(lateDays), afterBilling } }, version),
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.title} className="max-w-3xl">
      <Form form={form} label={words.title}>
        <TextField
          {...form.field('lateDays')}
          label={words.lateDays}
          hint={words.lateDaysHint}
          inputMode="numeric"
          className="max-w-xs"
        />
        <RadioCards
          {...form.field('afterBilling')}
          label={words.afterBilling}
          choices={(['correct', 'refuse'] as const).map((which) => ({
            value: which,
            label: words.after[which],
          }))}
        />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {words.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
