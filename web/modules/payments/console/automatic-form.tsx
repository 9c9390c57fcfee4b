import type { AutomaticSettings } from '../../../../server/modules/payments/automatic-contract.ts';
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
import { useAutomaticText } from '../text/automatic.ts';

const url = '/api/console/automatic-payment-settings';

/** Whether renewals are charged without asking, and when they are tried again. */
export function AutomaticForm() {
  const { title, settings: words } = useAutomaticText();
  const text = useKernelText();
  const { value, version, can } = useData<AutomaticSettings>(url, 'kernel.setting-changed');
  const form = useForm({
    initial: {
      renewals: value.renewals,
      retryAfterDays: value.retryAfterDays.join(', '),
      hour: String(value.hour),
      declines: String(value.most.declines),
      days: String(value.most.days),
    },
    check: ({ retryAfterDays, hour, declines, days }) => ({
      ...(readDays(retryAfterDays) ? {} : { retryAfterDays: words.wrongDays }),
      ...(isWhole(hour, 0, 23) ? {} : { hour: words.wrongNumber(23) }),
      ...(isWhole(declines, 1, 15) ? {} : { declines: words.wrongNumber(15) }),
      ...(isWhole(days, 1, 60) ? {} : { days: words.wrongNumber(60) }),
    }),
    send: ({ renewals, retryAfterDays, hour, declines, days }) =>
      api.put<AutomaticSettings>(
        url,
        {
          renewals,
          retryAfterDays: readDays(retryAfterDays),
          hour: Number(hour),
          most: { declines: Number(declines), days: Number(days) },
        },
        version,
      ),
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={title} className="mt-4">
      <Form form={form} label={title}>
        <Checkbox {...form.field('renewals')} label={words.renewals} hint={words.renewalsHint} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('retryAfterDays')}
            label={words.retryAfterDays}
            hint={words.retryAfterDaysHint}
            optional
          />
          <TextField {...form.field('hour')} label={words.hour} inputMode="numeric" />
          <TextField
            {...form.field('declines')}
            label={words.declines}
            hint={words.mostHint}
            inputMode="numeric"
          />
          <TextField {...form.field('days')} label={words.days} inputMode="numeric" />
        </div>
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

/** '1, 3, 5' as numbers from 1 to 14, seven at most; null for anything else. */
function readDays(text: string): number[] | null {
  const parts = text.split(',').flatMap((part) => part.trim() || []);
  return parts.length <= 7 && parts.every((part) => isWhole(part, 1, 14)) ? parts.map(Number) : null;
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}
