import { api } from '../../../../kernel/api/client.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Form, FormActs } from '../../../../ui/form.tsx';
import { TextField } from '../../../../ui/inputs.tsx';
import { useFamilyText } from '../../text/desk-family.ts';

const digits = (typed: string) => /^\s*#?(\d{1,9})\s*$/.exec(typed)?.[1];

/** Under which ticket this one belongs. */
export function ParentForm({ url, onDone }: { url: string; onDone: () => void }) {
  const words = useFamilyText();
  const form = useForm({
    initial: { number: '' },
    check: ({ number }) => (digits(number) ? {} : { number: words.putWrong }),
    send: ({ number }) => api.put(`${url}/parent`, { number: Number(digits(number)) }),
    refresh: ['/api/console/tickets'],
    done: () => {
      toast({ words: words.putDone });
      onDone();
    },
  });
  return (
    <Form form={form} label={words.put}>
      <p className="text-body text-muted">{words.putLead}</p>
      <TextField {...form.field('number')} label={words.putNumber} inputMode="numeric" autoComplete="off" />
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {words.put}
        </Button>
      </FormActs>
    </Form>
  );
}
