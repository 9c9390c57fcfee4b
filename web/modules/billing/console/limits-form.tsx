import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { settingsUrl } from './settings-url.ts';
import { timelinesUrl } from './timeline-values.ts';
import { isDays } from './whole-days.ts';

type Words = Record<'title' | 'lead' | 'offered' | 'number' | 'save' | 'saved', string>;

interface Props<Limit extends string> {
  /** Which of the settings: the end of their address. */
  of: 'promises' | 'contests';
  limits: readonly Limit[];
  words: Words & Record<Limit, string>;
  value: { offered: boolean } & Record<Limit, number>;
  version: number;
}

const yes = 'yes';

/** Whether clients may do something to their invoices, and within which limits: whole numbers from 1. */
export function LimitsForm<Limit extends string>({ of, limits, words, value, version }: Props<Limit>) {
  const form = useForm({
    initial: {
      offered: value.offered ? yes : '',
      ...Object.fromEntries(limits.map((name) => [name, String(value[name])])),
    } as Record<'offered' | Limit, string>,
    check: (now) =>
      Object.fromEntries(
        limits
          .filter((name) => !isDays(now[name]) || Number(now[name]) < 1)
          .map((name) => [name, words.number]),
      ) as Partial<Record<'offered' | Limit, string>>,
    send: (now) =>
      api.put(
        `${settingsUrl}/${of}`,
        {
          offered: now.offered === yes,
          ...Object.fromEntries(limits.map((name) => [name, Number(now[name])])),
        },
        version,
      ),
    refresh: [timelinesUrl],
    done: () => toast({ words: words.saved }),
  });
  const offered = form.values.offered === yes;
  return (
    <Card title={words.title}>
      <p className="mb-4 text-body text-muted">{words.lead}</p>
      <Form form={form} label={words.title}>
        <Checkbox
          name="offered"
          label={words.offered}
          value={offered}
          onValue={(on) => form.set({ offered: on ? yes : '' } as typeof form.values)}
        />
        {offered && (
          <div className="grid gap-4 sm:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))]">
            {limits.map((name) => (
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
