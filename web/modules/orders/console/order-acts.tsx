import { useState } from 'react';
import type { StaffOrder } from '../../../../server/modules/orders/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

interface Props {
  order: Pick<StaffOrder, 'id' | 'number'>;
}

export function AcceptOrder({ order: { id, number } }: Props) {
  const { desk: words } = useText();
  const [asking, setAsking] = useState(false);
  const accept = useAct(
    (body: object, key) => api.post<StaffOrder>(`/api/console/orders/${id}/accept`, body, key),
    {
      refresh: ['/api/console/orders'],
      done: () => {
        setAsking(false);
        toast({ words: words.accepted(number) });
      },
    },
  );
  return (
    <>
      <Button wide onClick={() => setAsking(true)}>
        {words.accept}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.acceptTitle(number)}
        effect={words.acceptEffect}
        verb={words.accept}
        busy={accept.busy}
        onConfirm={() => void accept.run({})}
      />
    </>
  );
}

export function CancelOrder({ order: { id, number } }: Props) {
  const { desk: words, order: about } = useText();
  const [asking, setAsking] = useState(false);
  const form = useForm({
    initial: { note: '' },
    send: (body, key) => api.post<StaffOrder>(`/api/console/orders/${id}/cancel`, body, key),
    refresh: ['/api/console/orders'],
    done: () => {
      setAsking(false);
      toast({ words: about.wasCanceled(number) });
    },
  });
  return (
    <>
      <Button weight="secondary" onClick={() => setAsking(true)}>
        {words.cancel}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.cancelTitle(number)}>
        <p className="text-body text-muted">{words.cancelEffect}</p>
        <Form form={form}>
          <TextArea {...form.field('note')} label={words.note} hint={words.noteHint} rows={3} optional />
          <Button type="submit" weight="destructive" wide busy={form.busy}>
            {words.cancel}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
