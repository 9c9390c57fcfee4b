import { api } from '../../../../kernel/api/client.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Form, FormActs } from '../../../../ui/form.tsx';
import { TextField } from '../../../../ui/inputs.tsx';
import { useText } from '../../text/desk.ts';
import { type Copies, type Kept, refreshed, settingUrl } from './settings.ts';

const limits = { perTicket: [0, 20], perDay: [1, 500] } as const;

/** To how many outside addresses clients may let replies be copied; none switches it off. */
export function CopiesForm({ value, version }: Kept<Copies>) {
  const { rules: words } = useText();
  const form = useForm({
    initial: { perTicket: String(value.perTicket), perDay: String(value.perDay) },
    check: (values) =>
      Object.fromEntries(
        (['perTicket', 'perDay'] as const)
          .filter((name) => {
            const [least, most] = limits[name];
            return !/^\d{1,3}$/.test(values[name]) || +values[name] < least || +values[name] > most;
          })
          .map((name) => [name, words.between(limits[name][0], limits[name][1])]),
      ),
    send: ({ perTicket, perDay }) =>
      api.put(
        settingUrl('copies'),
        { value: { perTicket: Number(perTicket), perDay: Number(perDay) } },
        version,
      ),
    refresh: refreshed,
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.copies}>
      <Form form={form} label={words.copies}>
        <p className="text-13 text-muted">{words.copiesLead}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('perTicket')}
            label={words.perTicket}
            hint={words.perTicketHint}
            inputMode="numeric"
          />
          <TextField
            {...form.field('perDay')}
            label={words.perDay}
            hint={words.perDayHint}
            inputMode="numeric"
          />
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
