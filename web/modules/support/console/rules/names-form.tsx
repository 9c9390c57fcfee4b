import { api } from '../../../../kernel/api/client.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Form, FormActs } from '../../../../ui/form.tsx';
import { TextField } from '../../../../ui/inputs.tsx';
import { useText } from '../../text/desk.ts';
import { type Kept, type Names, refreshed, settingUrl, statuses } from './settings.ts';

type Field = `${(typeof statuses)[number]}_${'id' | 'en'}`;

/** What the business calls the states of a ticket, in both languages. */
export function NamesForm({ value, version }: Kept<Names>) {
  const { rules: words, deskStates } = useText();
  const form = useForm<Record<Field, string>, unknown>({
    initial: Object.fromEntries(
      statuses.flatMap((status) => [
        [`${status}_id`, value[status]?.id ?? ''],
        [`${status}_en`, value[status]?.en ?? ''],
      ]),
    ) as Record<Field, string>,
    check: (values) =>
      Object.fromEntries(
        statuses.flatMap((status) => {
          const [id, en] = [values[`${status}_id`].trim(), values[`${status}_en`].trim()];
          if ((id === '') === (en === '')) return [];
          return [[`${status}_${id === '' ? 'id' : 'en'}`, words.bothNames]];
        }),
      ),
    send: (values) =>
      api.put(
        settingUrl('status-names'),
        {
          value: Object.fromEntries(
            statuses
              .map((status) => [status, { id: values[`${status}_id`], en: values[`${status}_en`] }] as const)
              .filter(([, { id }]) => id.trim() !== ''),
          ),
        },
        version,
      ),
    refresh: refreshed,
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.names}>
      <Form form={form} label={words.names}>
        <p className="text-13 text-muted">{words.namesLead}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {statuses.flatMap((status) => [
            <TextField
              key={`${status}_id`}
              {...form.field(`${status}_id`)}
              label={words.inIndonesian(deskStates[status])}
              maxLength={40}
              optional
              autoComplete="off"
            />,
            <TextField
              key={`${status}_en`}
              {...form.field(`${status}_en`)}
              label={words.inEnglish(deskStates[status])}
              maxLength={40}
              optional
              autoComplete="off"
            />,
          ])}
        </div>
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {words.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
