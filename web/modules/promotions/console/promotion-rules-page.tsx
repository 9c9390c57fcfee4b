import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';

const url = '/api/console/settings/promotions.rules';
interface Setting {
  value: { first: 'fixed' | 'percent'; timeZone: string };
  version: number;
}

/** In which order discounts come off, and whose days count. */
export function Page() {
  const { title, rules: words, form: more } = useText();
  const { value, version } = useData<Setting>(url);
  const form = useForm({
    initial: value,
    send: (rules) => api.put(url, { value: rules }, version),
    refresh: [url],
    done: () => toast({ words: more.saved }),
  });
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.title} crumbs={[{ label: title, to: consolePaths.promotions() }]} />
      <Card>
        <Form form={form} label={words.title}>
          <RadioCards
            {...form.field('first')}
            label={words.first}
            choices={(['fixed', 'percent'] as const).map((which) => ({
              value: which,
              label: words.order[which],
              hint: words.orderHint[which],
            }))}
          />
          <TextField
            {...form.field('timeZone')}
            label={words.timeZone}
            hint={words.timeZoneHint}
            spellCheck={false}
            maxLength={60}
          />
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {more.save}
            </Button>
          </FormActs>
        </Form>
      </Card>
    </div>
  );
}
