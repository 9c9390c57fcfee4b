import type { ClientServiceDetail } from '../../../../server/modules/services/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

type Reason = 'staff' | 'abuse' | 'non_payment';
interface Props {
  open: boolean;
  onClose: () => void;
  url: string;
  service: ClientServiceDetail;
}

export function CancelDialog({ open, ...rest }: Props) {
  const { desk: words } = useText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.cancelTitle}>
      <CancelForm {...rest} />
    </Dialog>
  );
}

function CancelForm({ onClose, url, service: { can, paidThrough } }: Omit<Props, 'open'>) {
  const { desk: words } = useText();
  const format = useFormat();
  const later = can.cancelAtPeriodEnd === true && paidThrough !== null;
  const form = useForm({
    initial: {
      when: later ? ('period_end' as 'period_end' | 'now') : 'now',
      reason: 'staff' as Reason,
      note: '',
    },
    send: ({ note, ...rest }, key) =>
      api.post(`${url}/cancel`, { ...rest, ...(note.trim() === '' ? {} : { note }) }, key),
    refresh: ['/api/console/services'],
    done: () => {
      onClose();
      toast({ words: words.canceled });
    },
  });
  const reasons = Object.entries(words.cancelReasons) as [Reason, string][];
  return (
    <Form form={form}>
      <RadioCards
        {...form.field('when')}
        label={words.cancelTitle}
        choices={[
          ...(later
            ? [{ value: 'period_end' as const, label: words.whenPeriodEnd(format.date(paidThrough)) }]
            : []),
          { value: 'now' as const, label: words.whenNow, hint: words.whenNowHint },
        ]}
      />
      <Select
        {...form.field('reason')}
        label={words.reason}
        choices={reasons.map(([value, label]) => ({ value, label }))}
      />
      <TextArea {...form.field('note')} label={words.note} rows={3} maxLength={2000} optional />
      <FormActs>
        <Button type="submit" weight="destructive" busy={form.busy}>
          {words.cancelAct}
        </Button>
      </FormActs>
    </Form>
  );
}
