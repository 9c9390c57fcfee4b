import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';

const url = '/api/console/settings/offers.rules';
interface Setting {
  value: { validDays: number; reminderDays: number; timeZone: string };
  version: number;
}

const isWhole = (typed: string, least: number, most: number) =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;

/** For how long offers hold, when they are reminded of, and whose days count. */
export function Page() {
  const { title } = useText();
  const { rules: words, form: more } = useDeskText();
  const { save } = useKernelText();
  const { value, version } = useData<Setting>(url);
  const form = useForm({
    initial: {
      validDays: String(value.validDays),
      reminderDays: String(value.reminderDays),
      timeZone: value.timeZone,
    },
    check: ({ validDays, reminderDays }) => ({
      ...(isWhole(validDays, 1, 365) ? {} : { validDays: words.needsDays(1, 365) }),
      ...(isWhole(reminderDays, 0, 60) ? {} : { reminderDays: words.needsDays(0, 60) }),
    }),
    send: ({ validDays, reminderDays, timeZone }) =>
      api.put(
        url,
        { value: { validDays: Number(validDays), reminderDays: Number(reminderDays), timeZone } },
        version,
      ),
    refresh: [url],
    done: () => toast({ words: more.saved }),
  });
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: title, to: consolePaths.offers() }]}
      />
      <Card>
        <Form form={form} label={words.title}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              {...form.field('validDays')}
              label={words.validDays}
              hint={words.validDaysHint}
              inputMode="numeric"
              maxLength={3}
            />
            <TextField
              {...form.field('reminderDays')}
              label={words.reminderDays}
              hint={words.reminderDaysHint}
              inputMode="numeric"
              maxLength={2}
            />
          </div>
          <TextField
            {...form.field('timeZone')}
            label={words.timeZone}
            hint={words.timeZoneHint}
            spellCheck={false}
            maxLength={60}
          />
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
