import type { Rating } from '../../../../server/modules/feedback/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useDeskText } from '../text/desk.ts';

/** What was done about a bad rating, in a few words. */
export function FinishDialog({ rating, onClose }: { rating: Rating; onClose: () => void }) {
  const { followUp: words } = useDeskText();
  const { fieldProblems } = useKernelText();
  const form = useForm({
    initial: { outcome: '' },
    check: ({ outcome }) => (outcome.trim() ? {} : { outcome: fieldProblems.required }),
    send: (body, key) => api.post<void>(`/api/console/ratings/${rating.id}/finish`, body, key),
    refresh: ['/api/console/ratings'],
    done: () => {
      toast({ words: words.finished });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.finishOf(rating.ticket.number)}>
      <Form form={form}>
        <TextArea
          {...form.field('outcome')}
          label={words.outcome}
          hint={words.outcomeHint}
          maxLength={2000}
        />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {words.finish}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
