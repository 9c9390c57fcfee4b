import type { ServicePauses } from '../../../../server/modules/pauses/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/pause.ts';

/** Another day on which a paused service goes on by itself, or none where that is possible. */
export function MovePause({ url, data, onClose }: { url: string; data: ServicePauses; onClose: () => void }) {
  const words = useText();
  const format = useFormat();
  const { on, resumeOn, latestOn } = data.pause!;
  const form = useForm({
    initial: { resumeOn: resumeOn ?? '' },
    check: ({ resumeOn: day }) => {
      if (day === '') return latestOn ? { resumeOn: words.problems.resume_day_needed } : {};
      if (day <= on || day <= data.today) return { resumeOn: words.problems.resume_too_early };
      return latestOn && day > latestOn ? { resumeOn: words.problems.pause_too_long } : {};
    },
    send: ({ resumeOn: day }, key) =>
      api.post<ServicePauses>(`${url}/pauses/move`, { resumeOn: day === '' ? null : day }, key),
    refresh: [url],
    done: () => {
      onClose();
      toast({ words: words.moved });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.moveTitle}>
      <Form form={form} label={words.moveTitle}>
        <TextField
          {...form.field('resumeOn')}
          label={words.resumeOn}
          hint={latestOn ? words.longest(format.date(latestOn)) : words.optionalHint}
          type="date"
          {...(latestOn && { max: latestOn })}
          optional={!latestOn}
        />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {words.save}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
