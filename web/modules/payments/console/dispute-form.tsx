import type { DisputeSettings } from '../../../../server/modules/payments/dispute-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useDisputeText } from '../text/desk-dispute.ts';

const url = '/api/console/dispute-settings';

/** What follows from disputes at banks. */
export function DisputeForm() {
  const { settings: words } = useDisputeText();
  const text = useKernelText();
  const { value, version, can } = useData<DisputeSettings>(url, 'kernel.setting-changed');
  const form = useForm({
    initial: { ...value, warnDays: value.warnDays.join(', ') },
    check: ({ warnDays }) => (readDays(warnDays) ? {} : { warnDays: words.wrongDays }),
    send: ({ warnDays, ...rest }) =>
      api.put<DisputeSettings>(url, { ...rest, warnDays: readDays(warnDays) }, version),
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.title} className="mt-4">
      <Form form={form} label={words.title}>
        <Checkbox {...form.field('chase')} label={words.chase} hint={words.chaseHint} />
        <Checkbox {...form.field('suspend')} label={words.suspend} hint={words.suspendHint} />
        <Checkbox {...form.field('blockMethod')} label={words.blockMethod} hint={words.blockMethodHint} />
        <TextField {...form.field('warnDays')} label={words.warnDays} hint={words.warnDaysHint} />
        <FormActs>
          <Button
            type="submit"
            busy={form.busy}
            reason={can.change === true ? null : reasonWords(can.change.no)}
          >
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}

/** Null where it is not what may be set. */
function readDays(typed: string): number[] | null {
  const days = typed.split(',').map((part) => Number(part.trim()));
  const sound = days.every((day) => Number.isInteger(day) && day >= 1 && day <= 30);
  return sound && days.length <= 5 ? days : null;
}
