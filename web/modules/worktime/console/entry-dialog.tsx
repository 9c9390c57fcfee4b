import { useState } from 'react';
import type { TimeEntry } from '../../../../server/modules/worktime/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const refresh = ['/api/console/tickets', '/api/console/time-entries', '/api/console/clients'];
const entries = '/api/console/time-entries';

/** Time by hand (`entry` null), or a change of what was recorded. `today`: the day that is proposed. */
export function EntryDialog({
  ticket,
  entry,
  today,
  onClose,
}: {
  ticket: string;
  entry: TimeEntry | null;
  today: string;
  onClose: () => void;
}) {
  const { entry: words, card } = useText();
  const text = useKernelText();
  const [removing, setRemoving] = useState(false);
  const form = useForm<{ workedOn: string; minutes: string; note: string; billable: boolean }, unknown>({
    initial: {
      workedOn: entry?.workedOn ?? today,
      minutes: String(entry?.minutes ?? ''),
      note: entry?.note ?? '',
      billable: entry?.billable ?? true,
    },
    check: ({ workedOn, minutes }) => ({
      ...(workedOn === '' && { workedOn: words.dayWrong }),
      ...((!/^\d{1,4}$/.test(minutes.trim()) || Number(minutes) < 1 || Number(minutes) > 1440) && {
        minutes: words.minutesWrong,
      }),
    }),
    send: (values, key) => {
      const body = { ...values, minutes: Number(values.minutes) };
      return entry
        ? api.put(`${entries}/${entry.id}`, body, entry.version)
        : api.post(`/api/console/tickets/${ticket}/time`, body, key);
    },
    refresh,
    done: () => {
      toast({ words: entry ? words.changed : card.recorded });
      onClose();
    },
  });
  const remove = useAct((id: string) => api.delete(`${entries}/${id}`), {
    refresh,
    done: () => {
      toast({ words: words.removed });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={entry ? words.edit : words.add}>
      <Form form={form}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...form.field('workedOn')} type="date" label={words.day} />
          <TextField
            {...form.field('minutes')}
            label={words.minutes}
            hint={words.minutesHint}
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
          />
        </div>
        <TextArea
          {...form.field('note')}
          optional
          rows={3}
          label={words.note}
          hint={words.noteHint}
          maxLength={500}
        />
        <Checkbox {...form.field('billable')} label={words.billable} hint={words.billableHint} />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {entry ? text.save : words.save}
          </Button>
          {entry && (
            <Button weight="quiet" icon="trash" onClick={() => setRemoving(true)}>
              {words.remove}
            </Button>
          )}
        </FormActs>
      </Form>
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={words.removeTitle}
        effect={words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => entry && void remove.run(entry.id)}
      />
    </Dialog>
  );
}
