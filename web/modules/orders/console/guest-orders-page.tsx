import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';

const url = '/api/console/settings/guests.orders';
interface Setting {
  value: { on: boolean; ordersPerNetwork: number; unpaidPerGuest: number };
  version: number;
}

const isWhole = (text: string) => /^[1-9]\d{0,3}$/.test(text.trim());

/** Who may order without an account, and how much of it stands open. */
export function Page() {
  const { guest: words, desk } = useText();
  const { value, version } = useData<Setting>(url);
  const form = useForm({
    initial: {
      on: value.on,
      ordersPerNetwork: String(value.ordersPerNetwork),
      unpaidPerGuest: String(value.unpaidPerGuest),
    },
    check: ({ ordersPerNetwork, unpaidPerGuest }) => ({
      ...(isWhole(ordersPerNetwork) ? {} : { ordersPerNetwork: words.whole }),
      ...(isWhole(unpaidPerGuest) ? {} : { unpaidPerGuest: words.whole }),
    }),
    send: ({ on, ordersPerNetwork, unpaidPerGuest }) =>
      api.put(
        '/api/console/settings/guests.orders',
        {
          value: {
            on,
            ordersPerNetwork: Number(ordersPerNetwork),
            unpaidPerGuest: Number(unpaidPerGuest),
          },
        },
        version,
      ),
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.deskTitle}
        lead={words.deskLead}
        crumbs={[{ label: desk.catalog, to: consolePaths.catalog() }]}
      />
      <Card>
        <Form form={form} label={words.deskTitle}>
          <Checkbox {...form.field('on')} label={words.on} hint={words.onHint} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              {...form.field('ordersPerNetwork')}
              label={words.perNetwork}
              hint={words.perNetworkHint}
              inputMode="numeric"
            />
            <TextField
              {...form.field('unpaidPerGuest')}
              label={words.unpaid}
              hint={words.unpaidHint}
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
    </div>
  );
}
