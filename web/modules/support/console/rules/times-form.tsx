import { api } from '../../../../kernel/api/client.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { FieldSet } from '../../../../ui/field.tsx';
import { Form, FormActs } from '../../../../ui/form.tsx';
import { TextField } from '../../../../ui/inputs.tsx';
import { useText } from '../../text/desk.ts';
import { type Kept, priorities, refreshed, settingUrl, type Times } from './settings.ts';

const whole = /^[1-9]\d{0,4}$/;
const days = ['reopenDays', 'closeDays'] as const;

/** How long a ticket can be opened again, when it is closed, and how soon an answer usually comes. */
export function TimesForm({ value, version }: Kept<Times>) {
  const { rules: words, priorities: names } = useText();
  const { answerMinutes } = value;
  const form = useForm({
    initial: {
      reopenDays: String(value.reopenDays),
      closeDays: String(value.closeDays),
      emergency: String(answerMinutes.emergency),
      high: String(answerMinutes.high),
      normal: String(answerMinutes.normal),
      low: String(answerMinutes.low),
    },
    check: (values) =>
      Object.fromEntries(
        [...days, ...priorities]
          .filter((name) => !whole.test(values[name]))
          .map((name) => [name, words.whole]),
      ),
    send: ({ reopenDays, closeDays, ...minutes }) =>
      api.put(
        settingUrl('tickets'),
        {
          value: {
            reopenDays: Number(reopenDays),
            closeDays: Number(closeDays),
            answerMinutes: Object.fromEntries(priorities.map((name) => [name, Number(minutes[name])])),
          },
        },
        version,
      ),
    refresh: refreshed,
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.times}>
      <Form form={form} label={words.times}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('reopenDays')}
            label={words.reopenDays}
            hint={words.reopenHint}
            inputMode="numeric"
          />
          <TextField
            {...form.field('closeDays')}
            label={words.closeDays}
            hint={words.closeHint}
            inputMode="numeric"
          />
        </div>
        <FieldSet label={words.answerMinutes}>
          <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
            {priorities.map((name) => (
              <TextField key={name} {...form.field(name)} label={names[name]} inputMode="numeric" />
            ))}
          </div>
        </FieldSet>
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {words.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
