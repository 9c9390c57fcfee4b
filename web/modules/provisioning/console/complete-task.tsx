import type { StaffTask } from '../../../../server/modules/provisioning/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { type Line, NamedLines } from './named-lines.tsx';

const oneLine: Line[] = [{ name: '', value: '' }];

/** Lines with a name and a value; half-filled ones are sent as they are, so that the server says what is missing. */
function recordOf(lines: readonly Line[]): Record<string, string> | undefined {
  const filled = lines.filter(({ name, value }) => name.trim() !== '' || value.trim() !== '');
  return filled.length === 0
    ? undefined
    : Object.fromEntries(filled.map(({ name, value }) => [name.trim(), value.trim()]));
}

/** Reports a task done. Only what gives the client something new asks what to tell them. */
export function CompleteTask({
  task,
  url,
  stale,
}: {
  task: StaffTask;
  url: string;
  stale: readonly string[];
}) {
  const { task: words } = useText();
  const { kind, what } = task;
  const gives = kind === 'trouble' || what === 'provision' || what === 'update';
  const form = useForm({
    initial: { shown: oneLine, credentials: oneLine, dashboardUrl: '', note: '' },
    send: ({ shown, credentials, dashboardUrl, note }, key) =>
      api.post(
        `${url}/complete`,
        {
          shown: recordOf(shown),
          credentials: recordOf(credentials),
          dashboardUrl: dashboardUrl.trim() || undefined,
          note: note.trim() || undefined,
        },
        key,
      ),
    refresh: stale,
    done: () => toast({ words: words.completed }),
  });
  const hint = kind === 'operation' ? words.hints[what as keyof typeof words.hints] : words.troubleHint;
  return (
    <Card title={words.completeTitle}>
      <p className="mb-4 max-w-[70ch] text-body text-muted">{hint}</p>
      <Form form={form}>
        {gives && (
          <>
            <NamedLines
              label={words.shown}
              hint={words.shownHint}
              lines={form.values.shown}
              onChange={(shown) => form.set({ shown })}
            />
            <NamedLines
              label={words.credentials}
              hint={words.credentialsHint}
              lines={form.values.credentials}
              onChange={(credentials) => form.set({ credentials })}
              secret
            />
            <TextField
              {...form.field('dashboardUrl')}
              label={words.dashboardUrl}
              type="url"
              inputMode="url"
              placeholder="https://"
              optional
            />
          </>
        )}
        <TextArea {...form.field('note')} label={words.noteForTeam} rows={3} maxLength={2000} optional />
        <FormActs>
          <Button type="submit" busy={form.busy} weight={task.takenBy ? 'primary' : 'secondary'}>
            {words.complete}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
