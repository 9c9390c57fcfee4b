import type { z } from 'zod';
import type { queueList } from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeskText } from '../text/desk.ts';

const url = '/api/console/settings/feedback.rules';
/** The least and the most of each number. */
const limits = {
  waitHours: [0, 720],
  everyDays: [1, 365],
  reminderDays: [0, 30],
  linkDays: [7, 90],
  lowScore: [0, 4],
  commentMonths: [1, 120],
} as const;
const names = Object.keys(limits) as (keyof typeof limits)[];

interface Setting {
  value: Record<keyof typeof limits, number> & { on: boolean; queuesOff: string[] };
  version: number;
}

const isWhole = (typed: string, [least, most]: readonly [number, number]) =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;

/** Whether, when and how often people are asked, and what is looked into. */
export function Page() {
  const { rules: words, title } = useDeskText();
  const { save } = useKernelText();
  const format = useFormat();
  const { value, version } = useData<Setting>(url);
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const form = useForm({
    initial: {
      ...(Object.fromEntries(names.map((name) => [name, String(value[name])])) as Record<
        keyof typeof limits,
        string
      >),
      on: value.on,
      queuesOff: value.queuesOff,
    },
    check: (values) =>
      Object.fromEntries(
        names
          .filter((name) => !isWhole(values[name], limits[name]))
          .map((name) => [name, words.needs(limits[name][0], limits[name][1])]),
      ),
    send: ({ on, queuesOff, ...numbers }) =>
      api.put(
        url,
        {
          value: {
            on,
            queuesOff,
            ...Object.fromEntries(names.map((name) => [name, Number(numbers[name])])),
          },
        },
        version,
      ),
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  const number = (name: keyof typeof limits) => (
    <TextField
      {...form.field(name)}
      label={words[name]}
      hint={words.hints[name]}
      inputMode="numeric"
      maxLength={3}
    />
  );
  const { queuesOff } = form.values;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: title, to: consolePaths.ratings() }]}
      />
      <Card>
        <Form form={form} label={words.title}>
          <Checkbox {...form.field('on')} label={words.on} hint={words.onHint} />
          <div className="grid gap-4 sm:grid-cols-2">
            {number('waitHours')}
            {number('everyDays')}
            {number('reminderDays')}
            {number('linkDays')}
            {number('lowScore')}
            {number('commentMonths')}
          </div>
          <FieldSet label={words.queues} hint={words.queuesHint}>
            {queues.map((queue) => (
              <Checkbox
                key={queue.name}
                name={queue.name}
                label={format.words(queue.titles)}
                value={!queuesOff.includes(queue.name)}
                onValue={(asked) =>
                  form.set({
                    queuesOff: asked
                      ? queuesOff.filter((name) => name !== queue.name)
                      : [...queuesOff, queue.name],
                  })
                }
              />
            ))}
          </FieldSet>
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {save}
            </Button>
          </FormActs>
        </Form>
      </Card>
    </div>
  );
}
