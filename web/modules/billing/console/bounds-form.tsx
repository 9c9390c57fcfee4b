import type { RunBoundsSetting } from '../../../../server/modules/billing/run-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/desk-run.ts';

const url = '/api/console/billing-run-bounds';

/** What a run does not bill by itself. */
export function BoundsForm() {
  const { data } = useSideData<RunBoundsSetting>(url, 'kernel.');
  return data ? <Bounds key={data.version} {...data} /> : null;
}

const numbers = ['mostInvoices', 'timesLargest', 'daysPast'] as const;
const flags = ['needsAddress', 'needsTaxNumber', 'needsTaxRule'] as const;
const isNumber = (text: string) => text === '' || (/^[1-9]\d{0,5}$/.test(text) && Number(text) > 0);

function Bounds({ value, version }: RunBoundsSetting) {
  const words = useText();
  const text = useKernelText();
  const form = useForm({
    initial: {
      mostInvoices: String(value.mostInvoices ?? ''),
      timesLargest: String(value.timesLargest ?? ''),
      daysPast: String(value.daysPast ?? ''),
      needsAddress: value.needsAddress,
      needsTaxNumber: value.needsTaxNumber,
      needsTaxRule: value.needsTaxRule,
    },
    check: (now) => {
      const wrong: Record<string, string> = {};
      for (const name of numbers) if (!isNumber(now[name])) wrong[name] = words.wholeNumber;
      return wrong;
    },
    send: (now) => {
      const bound = (name: (typeof numbers)[number]) => (now[name] === '' ? null : Number(now[name]));
      const { needsAddress, needsTaxNumber, needsTaxRule } = now;
      return api.put(
        url,
        {
          mostInvoices: bound('mostInvoices'),
          timesLargest: bound('timesLargest'),
          daysPast: bound('daysPast'),
          needsAddress,
          needsTaxNumber,
          needsTaxRule,
        },
        version,
      );
    },
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.bounds} className="mt-6 max-w-2xl">
      <p className="mb-4 text-body text-muted">{words.boundsLead}</p>
      <Form form={form} label={words.bounds}>
        {numbers.map((name) => (
          <TextField
            key={name}
            {...form.field(name)}
            label={words[name]}
            inputMode="numeric"
            optional={false}
          />
        ))}
        {flags.map((name) => (
          <Checkbox key={name} {...form.field(name)} label={words[name]} />
        ))}
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
