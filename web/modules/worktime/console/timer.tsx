import { useEffect, useState } from 'react';
import type { TicketTime } from '../../../../server/modules/worktime/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { marked } from '../../../kernel/palette/letters.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** How often the minutes on screen are looked at again. */
const beat = 15_000;

/** Minutes since the server started a timer, by the server's clock. */
function useMinutesSince(startedAt: string, now: string): number {
  const [ahead] = useState(() => Date.parse(now) - Date.now());
  const [, again] = useState(0);
  useEffect(() => {
    const beating = setInterval(() => again((count) => count + 1), beat);
    return () => clearInterval(beating);
  }, []);
  return Math.max(1, Math.ceil((Date.now() + ahead - Date.parse(startedAt)) / 60_000));
}

/** The reader's timer on this ticket, or where it runs, or the way to start it. */
export function Timer({ url, ticket, time }: { url: string; ticket: string; time: TicketTime }) {
  const { card: words } = useText();
  const start = useAct((_: object, key) => api.post(`${url}/timer`, undefined, key), {
    refresh: [url],
    done: () => toast({ words: words.started }),
  });
  const { timer } = time;
  if (timer?.ticket.id === ticket) return <Running url={url} startedAt={timer.startedAt} now={time.now} />;
  if (timer)
    return (
      <p className="text-body">
        {words.elsewhere} <Link to={consolePaths.ticket(timer.ticket.id)}>#{timer.ticket.number}</Link>
      </p>
    );
  return (
    <Button
      weight="secondary"
      icon="clock"
      busy={start.busy}
      onClick={() => void start.run({})}
      {...marked('W', words.start)}
    >
      {words.start}
    </Button>
  );
}

function Running({ url, startedAt, now }: { url: string; startedAt: string; now: string }) {
  const { card: words, duration } = useText();
  const minutes = useMinutesSince(startedAt, now);
  const [asking, setAsking] = useState<'stop' | 'drop' | null>(null);
  const close = () => setAsking(null);
  const drop = useAct(() => api.delete(`${url}/timer`), {
    refresh: [url],
    done: () => {
      toast({ words: words.dropped });
      close();
    },
  });
  return (
    <>
      <p className="font-medium">{words.runs(duration(minutes))}</p>
      <div className="mt-2 flex items-center gap-2">
        <Button
          weight="secondary"
          icon="check"
          onClick={() => setAsking('stop')}
          {...marked('W', words.stop)}
        >
          {words.stop}
        </Button>
        <IconButton icon="trash" label={words.drop} onClick={() => setAsking('drop')} />
      </div>
      {asking === 'stop' && <Stop url={url} minutes={minutes} onClose={close} />}
      <ConfirmDialog
        open={asking === 'drop'}
        onClose={close}
        title={words.dropTitle}
        effect={words.dropEffect}
        verb={words.drop}
        destructive
        busy={drop.busy}
        onConfirm={() => void drop.run({})}
      />
    </>
  );
}

function Stop({ url, minutes, onClose }: { url: string; minutes: number; onClose: () => void }) {
  const { card: words, entry, duration } = useText();
  const form = useForm({
    initial: { note: '', billable: true },
    send: (values, key) => api.post(`${url}/timer/stop`, values, key),
    refresh: [url, '/api/console/time-entries'],
    done: () => {
      toast({ words: words.recorded });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.stopTitle}>
      <Form form={form}>
        <p className="text-body text-muted">{words.stopLead(duration(minutes))}</p>
        <TextArea
          {...form.field('note')}
          optional
          rows={3}
          label={entry.note}
          hint={entry.noteHint}
          maxLength={500}
        />
        <Checkbox {...form.field('billable')} label={entry.billable} hint={entry.billableHint} />
        <Button type="submit" wide busy={form.busy}>
          {words.stop}
        </Button>
      </Form>
    </Dialog>
  );
}
