import { useState } from 'react';
import type { TicketTime, TimeEntry } from '../../../../server/modules/worktime/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { marked } from '../../../kernel/palette/letters.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryState } from './entry-state.tsx';
import { Timer } from './timer.tsx';

const few = 3;

/** Beside a ticket: how long it was worked on, one's own timer, and time by hand. */
export function Part({ ticketId }: { ticketId: string }) {
  const { title, card: words, entry: entryWords, duration } = useText();
  const url = `/api/console/tickets/${ticketId}/time`;
  const { data } = useSideData<TicketTime>(url, { facts: 'worktime.', subject: ticketId });
  const [open, setOpen] = useState<TimeEntry | 'new' | null>(null);
  const [all, setAll] = useState(false);
  const format = useFormat();
  if (!data) return null;
  const { items, sums, can } = data;
  const records = can.record === true;
  if (!records && items.length === 0) return null;
  const shown = all ? items : items.slice(0, few);
  return (
    <Card title={title}>
      <p className="mb-2 text-13 text-muted">
        {items.length > 0 ? words.sum(duration(sums.all), duration(sums.unbilled)) : words.nothing}
      </p>
      {records && (
        <div className="mb-3 flex flex-col items-start gap-2 last:mb-0">
          <Timer key={data.timer?.startedAt ?? ''} url={url} ticket={ticketId} time={data} />
          <Button
            weight="quiet"
            icon="plus"
            onClick={() => setOpen('new')}
            {...marked('Shift+W', words.byHand)}
          >
            {words.byHand}
          </Button>
        </div>
      )}
      {items.length > 0 && (
        <ul className="divide-y divide-line text-body">
          {shown.map((entry) => (
            <li key={entry.id} className="flex items-start justify-between gap-2 py-2 first:pt-0 last:pb-0">
              <div className="min-w-0">
                <p>
                  <span className="font-medium">{duration(entry.minutes)}</span>{' '}
                  <span className="text-muted">
                    {format.date(entry.workedOn)} · {entry.person.name}
                  </span>
                </p>
                {entry.note && <p className="text-13 [overflow-wrap:anywhere]">{entry.note}</p>}
                <EntryState of={entry} />
              </div>
              {entry.can.change === true && (
                <IconButton
                  icon="edit"
                  label={entryWords.change(format.date(entry.workedOn))}
                  onClick={() => setOpen(entry)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {items.length > few && !all && (
        <Button weight="quiet" onClick={() => setAll(true)}>
          {words.showAll(items.length)}
        </Button>
      )}
      {open && (
        <EntryDialog
          ticket={ticketId}
          entry={open === 'new' ? null : open}
          today={todayOf(data.now, format.timeZone)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

/** The day of an instant in a zone, as a date field takes it. */
const todayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
