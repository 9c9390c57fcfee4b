import type { BillingSettings } from '../../../../server/modules/billing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { settingsUrl } from './settings-url.ts';
import { isDays, readDays } from './whole-days.ts';

/** What happens before and after the due date, in days from it. */
export function DunningForm({ value, version }: BillingSettings['dunning']) {
  const { settings: words } = useText();
  const text = useKernelText();
  const form = useForm({
    initial: {
      reminderDaysBefore: value.reminderDaysBefore.join(', '),
      noticeDaysAfter: value.noticeDaysAfter.join(', '),
      suspendAfterDays: String(value.suspendAfterDays),
      terminateAfterDays: value.terminateAfterDays === null ? '' : String(value.terminateAfterDays),
    },
    check: ({ reminderDaysBefore, noticeDaysAfter, suspendAfterDays, terminateAfterDays: end }) => ({
      ...(readDays(reminderDaysBefore) ? {} : { reminderDaysBefore: words.days }),
      ...(readDays(noticeDaysAfter) ? {} : { noticeDaysAfter: words.days }),
      ...(isDays(suspendAfterDays) ? {} : { suspendAfterDays: words.wholeNumber }),
      ...(end.trim() === '' || isDays(end) ? {} : { terminateAfterDays: words.wholeNumber }),
      ...(isDays(end) && Number(end) <= Number(suspendAfterDays)
        ? { terminateAfterDays: words.afterSuspension }
        : {}),
    }),
    send: ({ reminderDaysBefore, noticeDaysAfter, suspendAfterDays, terminateAfterDays: end }) =>
      api.put(
        `${settingsUrl}/dunning`,
        {
          reminderDaysBefore: readDays(reminderDaysBefore),
          noticeDaysAfter: readDays(noticeDaysAfter),
          suspendAfterDays: Number(suspendAfterDays),
          terminateAfterDays: end.trim() === '' ? null : Number(end),
        },
        version,
      ),
    refresh: [settingsUrl],
    done: () => toast({ words: words.saved }),
  });
  return (
    <Card title={words.dunning}>
      <p className="mb-4 text-body text-muted">{words.dunningLead}</p>
      <Form form={form} label={words.dunning}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('reminderDaysBefore')}
            label={words.reminders}
            hint={words.remindersHint}
            optional
          />
          <TextField
            {...form.field('noticeDaysAfter')}
            label={words.notices}
            hint={words.noticesHint}
            optional
          />
          <TextField {...form.field('suspendAfterDays')} label={words.suspend} inputMode="numeric" />
          <TextField
            {...form.field('terminateAfterDays')}
            label={words.terminate}
            hint={words.terminateHint}
            inputMode="numeric"
            optional
          />
        </div>
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
