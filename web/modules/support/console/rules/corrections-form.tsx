import { api } from '../../../../kernel/api/client.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Form, FormActs } from '../../../../ui/form.tsx';
import { TextField } from '../../../../ui/inputs.tsx';
import { useText } from '../../text/desk.ts';
import { useTalkText } from '../../text/desk-talk.ts';
import { type Kept, refreshed, settingUrl } from './settings.ts';

const wholeMinutes = (typed: string) => /^\d{1,5}$/.test(typed) && Number(typed) <= 10_080;

/** How long authors may correct what they wrote. */
export function CorrectionsForm({ value, version }: Kept<{ minutes: number }>) {
  const words = useTalkText();
  const { rules } = useText();
  const form = useForm({
    initial: { minutes: String(value.minutes) },
    check: ({ minutes }) => (wholeMinutes(minutes) ? {} : { minutes: words.minutesWrong }),
    send: ({ minutes }) =>
      api.put(settingUrl('corrections'), { value: { minutes: Number(minutes) } }, version),
    refresh: refreshed,
    done: () => toast({ words: rules.saved }),
  });
  return (
    <Card title={words.corrections}>
      <Form form={form} label={words.corrections}>
        <p className="text-body text-muted">{words.correctionsLead}</p>
        <TextField
          {...form.field('minutes')}
          label={words.minutes}
          hint={words.minutesHint}
          inputMode="numeric"
          className="sm:max-w-xs"
        />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {rules.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
