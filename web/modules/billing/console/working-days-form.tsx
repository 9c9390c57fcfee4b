import type { DunningTimelines } from '../../../../server/modules/billing/dunning-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { settingsUrl } from './settings-url.ts';
import { timelinesUrl } from './timeline-values.ts';

/** The free days of the week, and the holidays as lines of a date and a name. */
export function WorkingDaysForm({ value, version }: DunningTimelines['workingDays']) {
  const words = useCollectionsText();
  const form = useForm({
    initial: {
      weekend: value.weekend as readonly number[],
      holidays: value.holidays.map(({ on, name }) => `${on} ${name}`).join('\n'),
    },
    check: ({ weekend, holidays }) => {
      const wrong = linesOf(holidays).find((line) => !/^\d{4}-\d{2}-\d{2} +\S/.test(line));
      return {
        ...(weekend.length > 6 ? { weekend: words.oneWorks } : {}),
        ...(wrong === undefined ? {} : { holidays: words.holidayWrong(wrong) }),
      };
    },
    send: ({ weekend, holidays }) =>
      api.put(
        `${settingsUrl}/working-days`,
        {
          weekend,
          holidays: linesOf(holidays).map((line) => ({ on: line.slice(0, 10), name: line.slice(10).trim() })),
        },
        version,
      ),
    refresh: [timelinesUrl],
    done: () => toast({ words: words.calendarSaved }),
  });
  const { weekend } = form.values;
  return (
    <Card title={words.calendar}>
      <p className="mb-4 text-body text-muted">{words.calendarLead}</p>
      <Form form={form} label={words.calendar}>
        <FieldSet
          label={words.freeDays}
          {...(form.errors['weekend'] ? { error: form.errors['weekend'] } : {})}
        >
          <div className="flex flex-wrap gap-x-6">
            {words.weekdays.map((name, index) => (
              <Checkbox
                key={name}
                name={`weekday-${index + 1}`}
                label={name}
                value={weekend.includes(index + 1)}
                onValue={(on) =>
                  form.set({
                    weekend: on
                      ? [...weekend, index + 1].toSorted((a, b) => a - b)
                      : weekend.filter((day) => day !== index + 1),
                  })
                }
              />
            ))}
          </div>
        </FieldSet>
        <TextArea
          {...form.field('holidays')}
          label={words.holidays}
          hint={words.holidaysHint}
          rows={6}
          optional
        />
        <FormActs>
          <Button type="submit" busy={form.busy} weight="secondary">
            {words.calendarSave}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
