import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { levelKeys } from './level-keys.ts';

/** Raises a ticket by hand, above the level it has. */
export function EscalateForm({ url, above, onDone }: { url: string; above: number; onDone: () => void }) {
  const { acts: words, levelNames } = useText();
  const choices = levelKeys.filter((key) => Number(key) > above);
  const form = useForm<{ level: string; reason: string }, unknown>({
    initial: { level: choices.find((key) => key !== '0') ?? '3', reason: '' },
    send: ({ level, reason }, key) => api.post(url, { level: Number(level), reason }, key),
    refresh: ['/api/console/escalations', '/api/console/tickets'],
    done: () => {
      toast({ words: words.escalated });
      onDone();
    },
  });
  return (
    <Form form={form} label={words.escalateTitle}>
      <p className="text-body">{words.escalateLead}</p>
      <Select
        {...form.field('level')}
        label={words.toLevel}
        choices={(choices.length > 0 ? choices : (['3'] as const)).map((value) => ({
          value: value as string,
          label: levelNames[value],
        }))}
      />
      <TextArea
        {...form.field('reason')}
        label={words.reason}
        hint={words.reasonHint}
        rows={4}
        maxLength={1000}
      />
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {words.escalate}
        </Button>
      </FormActs>
    </Form>
  );
}
