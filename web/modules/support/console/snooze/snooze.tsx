import { useState } from 'react';
import type { ClientTicketDetail } from '../../../../../server/modules/support/contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { dateIn } from '../../../../kernel/format/dates.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { marked } from '../../../../kernel/palette/letters.ts';
import { useAct } from '../../../../kernel/query/use-act.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { TextField } from '../../../../ui/inputs.tsx';
import { useSnoozeText } from '../../text/desk-snooze.ts';
import { daysAfter, morningOf, nextMonday, tomorrowMorning } from './times.ts';

const refresh = ['/api/console/tickets'];

/** Puts a ticket out of the way. */
export function Snooze({ url }: { url: string }) {
  const words = useSnoozeText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        weight="secondary"
        icon="clock"
        className="max-sm:px-3"
        onClick={() => setOpen(true)}
        {...marked('S', words.snooze)}
      >
        <span className="max-sm:sr-only">{words.snooze}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.title}>
        <Times url={url} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Times({ url, onDone }: { url: string; onDone: () => void }) {
  const words = useSnoozeText();
  const format = useFormat();
  const { timeZone } = format;
  const [now] = useState(() => new Date());
  const [date, setDate] = useState('');
  const [error, setError] = useState<string>();
  const snooze = useAct((until: Date | null) => api.put(`${url}/snooze`, { until }), {
    refresh,
    done: () => {
      toast({ words: words.done });
      onDone();
    },
  });
  const choices = [
    { label: words.hours, until: new Date(now.getTime() + 3 * 3_600_000) },
    { label: words.morning, until: tomorrowMorning(now, timeZone) },
    { label: words.week, until: nextMonday(now, timeZone) },
    { label: words.client, until: null },
  ];
  const today = dateIn(timeZone, now);
  const [first, last] = [daysAfter(today, 1), daysAfter(today, 365)];
  return (
    <div className="flex flex-col gap-4">
      <p className="text-body text-muted">{words.lead}</p>
      <ul className="flex flex-col gap-2">
        {choices.map(({ label, until }) => (
          <li key={label}>
            <Button weight="secondary" wide busy={snooze.busy} onClick={() => void snooze.run(until)}>
              <span className="grow text-start">{label}</span>
              {until && (
                <span className="text-13 font-normal text-muted">{format.dateTime(until.toISOString())}</span>
              )}
            </Button>
          </li>
        ))}
      </ul>
      <form
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!(date >= first && date <= last)) return setError(words.wrongDate);
          void snooze.run(morningOf(date, timeZone));
        }}
      >
        <TextField
          type="date"
          name="date"
          label={words.orDate}
          value={date}
          error={error}
          min={first}
          max={last}
          onValue={(value) => {
            setDate(value);
            setError(undefined);
          }}
        />
        <Button type="submit" weight="secondary" busy={snooze.busy}>
          {words.setDate}
        </Button>
      </form>
    </div>
  );
}

/** Says that a ticket is out of the way, and brings it back. */
export function Snoozed({
  snoozed,
  url,
  works,
}: {
  snoozed: NonNullable<ClientTicketDetail['snoozed']>;
  url: string;
  works: boolean;
}) {
  const words = useSnoozeText();
  const format = useFormat();
  const wake = useAct(() => api.delete(`${url}/snooze`), {
    refresh,
    done: () => toast({ words: words.back }),
  });
  const { until, by } = snoozed;
  return (
    <div className="mb-3">
      <Banner
        tone="info"
        title={until ? words.until(format.dateTime(until), by) : words.untilClient(by)}
        act={
          works && (
            <Button
              weight="secondary"
              busy={wake.busy}
              onClick={() => void wake.run(undefined)}
              {...marked('S', words.wake)}
            >
              {words.wake}
            </Button>
          )
        }
      >
        {words.stillDue}
      </Banner>
    </div>
  );
}
