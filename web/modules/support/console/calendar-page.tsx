import { useState } from 'react';
import type { z } from 'zod';
import type { calendarList, importShape } from '../../../../server/modules/support/sla-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, FieldSet, inputClass } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeskLevels } from '../text/desk-levels.ts';
import { readHolidayLines, readHours, writeHolidays, writeHours } from './levels/hours.ts';

const base = '/api/console/service-levels';
const days = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const;

/** When a desk is there: hours of the week and holidays, by hand or from a file. */
export function Page({ calendarId }: { calendarId: string }) {
  const { calendar: words, title } = useDeskLevels();
  const me = usePerson();
  const calendars = useData<z.output<typeof calendarList>>(`${base}/calendars`).items;
  const calendar = calendars.find(({ id }) => id === calendarId);
  const usual = '08:00-17:00';
  const hoursOf = (index: number) =>
    calendar ? writeHours(calendar.week[index] ?? []) : index < 5 ? usual : '';
  const form = useForm({
    initial: {
      name: calendar?.name ?? '',
      zone: calendar?.zone ?? me.timeZone,
      holidays: writeHolidays(calendar?.holidays ?? []),
      d1: hoursOf(0),
      d2: hoursOf(1),
      d3: hoursOf(2),
      d4: hoursOf(3),
      d5: hoursOf(4),
      d6: hoursOf(5),
      d7: hoursOf(6),
    },
    check: (values) => {
      const { wrong } = readHolidayLines(values.holidays);
      const bad = days.filter((day) => readHours(values[day]) === null);
      const none = days.every((day) => values[day].trim() === '');
      return {
        ...Object.fromEntries(bad.map((day) => [day, words.wrongHours])),
        ...(none ? { d1: words.noHours } : {}),
        ...(wrong ? { holidays: words.wrongHoliday(wrong) } : {}),
      };
    },
    send: ({ name, zone, holidays, ...week }, key) => {
      const body = {
        name,
        zone,
        holidays: readHolidayLines(holidays).holidays,
        week: days.map((day) => readHours(week[day]) ?? []),
      };
      return calendar
        ? api.put(`${base}/calendars/${calendar.id}`, body, calendar.version)
        : api.post(`${base}/calendars`, body, key);
    },
    refresh: [base],
    done: () => {
      toast({ words: words.saved });
      goTo(to.serviceLevels());
    },
  });
  return (
    <div className="max-w-3xl">
      <PageHeader title={calendar?.name ?? words.fresh} crumbs={[{ label: title, to: to.serviceLevels() }]} />
      <Card>
        <Form form={form} label={words.title}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField {...form.field('name')} label={words.name} maxLength={80} autoComplete="off" />
            <TextField
              {...form.field('zone')}
              label={words.zone}
              hint={words.zoneHint}
              maxLength={64}
              autoComplete="off"
              spellCheck={false}
            />
          </div>
          <FieldSet label={words.week} hint={words.weekHint}>
            <div className="grid gap-4 sm:grid-cols-2">
              {days.map((day, index) => (
                <TextField
                  key={day}
                  {...form.field(day)}
                  label={words.days[index]!}
                  optional
                  autoComplete="off"
                />
              ))}
            </div>
          </FieldSet>
          <Import
            onRead={(read) => {
              const { holidays } = readHolidayLines(form.values.holidays);
              const merged = readHolidayLines(writeHolidays([...holidays, ...read]));
              form.set({ holidays: writeHolidays(merged.holidays) });
            }}
          />
          <TextArea
            {...form.field('holidays')}
            label={words.holidays}
            hint={words.holidaysHint}
            rows={6}
            optional
          />
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {words.save}
            </Button>
          </FormActs>
        </Form>
      </Card>
    </div>
  );
}

type Read = z.output<typeof importShape>;

/** Holidays out of a file; what is left out is said. */
function Import({ onRead }: { onRead: (holidays: Read['holidays']) => void }) {
  const { calendar: words } = useDeskLevels();
  const [said, setSaid] = useState('');
  const [error, setError] = useState<string>();
  const read = useAct((file: string, key) => api.post<Read>(`${base}/holidays`, { file }, key), {
    done: ({ holidays, skipped }) => {
      onRead(holidays);
      setError(undefined);
      const left = [...new Set(skipped.map(({ name }) => name))].slice(0, 8).join(', ');
      setSaid([words.imported(holidays.length), left && words.skipped(left)].filter(Boolean).join(' '));
    },
    failed: (problem) => setError(problemWords(problem)),
  });
  return (
    <div>
      <Field label={words.import} error={error}>
        {(ties) => (
          <input
            {...ties}
            type="file"
            accept=".ics,text/calendar"
            className={`${inputClass} py-2`}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void file.text().then((text) => read.run(text));
            }}
          />
        )}
      </Field>
      <p role="status" className="mt-1 text-13 text-muted">
        {said}
      </p>
    </div>
  );
}
