import type { Rehearsal } from '../../../../server/modules/rehearsal/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/desk.ts';

export const url = '/api/console/rehearsals';
const assumptions = ['on_time', 'stops', 'late'] as const;
const isNumber = (text: string, least: number, most: number) =>
  /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;

/** Begins a rehearsal for all clients, and goes to it. */
export function StartForm() {
  const words = useText();
  const form = useForm({
    initial: { days: '90', assumption: 'on_time' as (typeof assumptions)[number], lateDays: '14' },
    check: ({ days, assumption, lateDays }): Record<string, string> => ({
      ...(!isNumber(days, 0, 400) && { days: words.wrongDays }),
      ...(assumption === 'late' && !isNumber(lateDays, 1, 120) && { lateDays: words.wrongLate }),
    }),
    send: ({ days, assumption, lateDays }, key) =>
      api.post<Rehearsal>(
        url,
        { days: Number(days), assumption, lateDays: assumption === 'late' ? Number(lateDays) : null },
        key,
      ),
    refresh: [url],
    done: (made) => goTo(to.rehearsal(made.id)),
  });
  return (
    <Card title={words.start} className="mb-4">
      <Form form={form} label={words.start}>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            {...form.field('days')}
            label={words.startDays}
            hint={words.startDaysHint}
            inputMode="numeric"
          />
          <Select
            {...form.field('assumption')}
            label={words.pays}
            choices={assumptions.map((value) => ({ value, label: words.choices[value] }))}
          />
          {form.values.assumption === 'late' && (
            <TextField {...form.field('lateDays')} label={words.lateDays} inputMode="numeric" />
          )}
        </div>
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {words.start}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
