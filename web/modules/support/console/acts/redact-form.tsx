import { api } from '../../../../kernel/api/client.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/choices.tsx';
import { Form, FormActs } from '../../../../ui/form.tsx';
import { TextField } from '../../../../ui/inputs.tsx';
import type { AnyMessage } from '../../shared/message-card.tsx';
import { useTalkText } from '../../text/desk-talk.ts';

/** Takes the words out of a message for good, said before it happens and with a reason. */
export function RedactForm({
  message,
  url,
  onDone,
}: {
  message: AnyMessage;
  url: string;
  onDone: () => void;
}) {
  const words = useTalkText();
  const form = useForm({
    initial: { reason: '', files: false },
    check: ({ reason }) => (reason.trim() ? {} : { reason: words.reasonMissing }),
    send: (body, key) => api.post(`${url}/messages/${message.id}/redaction`, body, key),
    refresh: ['/api/console/tickets'],
    done: () => {
      toast({ words: words.redacted });
      onDone();
    },
  });
  const files = message.files.length;
  return (
    <Form form={form} label={words.redactTitle}>
      <p className="text-body text-muted">{words.redactLead}</p>
      <TextField
        {...form.field('reason')}
        label={words.reason}
        hint={words.reasonHint}
        maxLength={200}
        autoComplete="off"
      />
      {files > 0 && <Checkbox {...form.field('files')} label={words.withFiles(files)} />}
      <FormActs>
        <Button weight="secondary" onClick={onDone}>
          {words.redactKeep}
        </Button>
        <Button type="submit" weight="destructive" busy={form.busy}>
          {words.redactDo}
        </Button>
      </FormActs>
    </Form>
  );
}
