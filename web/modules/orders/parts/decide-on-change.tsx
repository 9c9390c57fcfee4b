import { useState } from 'react';
import type { ServiceChange, ServiceChanges } from '../../../../server/modules/orders/change-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/change.ts';
import { ApproveEnd } from './approve-end.tsx';

/** The decision on a change above somebody's limit; an end is looked at as it would be by now first. */
export function DecideOnChange({ change, url }: { change: ServiceChange; url: string }) {
  const words = useText();
  const format = useFormat();
  const [asking, setAsking] = useState<'approve' | 'decline' | null>(null);
  const ends = change.after === null;
  const one = `${url}/changes/${change.id}`;
  const approve = useAct((_: undefined, key) => api.post<ServiceChanges>(`${one}/approve`, undefined, key), {
    refresh: [url],
    done: () => toast({ words: words.approved }),
  });
  const close = () => setAsking(null);
  return (
    <>
      <Button busy={approve.busy} onClick={() => (ends ? setAsking('approve') : void approve.run(undefined))}>
        {ends ? words.lookAndApprove : words.approve(format.money(change.total))}
      </Button>
      <Button weight="secondary" onClick={() => setAsking('decline')}>
        {words.decline}
      </Button>
      <Dialog open={asking === 'approve'} onClose={close} title={words.approveEndTitle}>
        <ApproveEnd change={change} url={url} onDone={close} />
      </Dialog>
      <Dialog open={asking === 'decline'} onClose={close} title={words.declineTitle}>
        <Decline one={one} url={url} onDone={close} />
      </Dialog>
    </>
  );
}

function Decline({ one, url, onDone }: { one: string; url: string; onDone: () => void }) {
  const words = useText();
  const form = useForm({
    initial: { reason: '' },
    send: (values, key) => api.post<ServiceChanges>(`${one}/decline`, values, key),
    refresh: [url],
    done: () => {
      onDone();
      toast({ words: words.declined });
    },
  });
  return (
    <Form form={form}>
      <TextArea
        {...form.field('reason')}
        label={words.declineReason}
        hint={words.declineHint}
        maxLength={1000}
        optional
      />
      <Button type="submit" wide weight="destructive" busy={form.busy}>
        {words.decline}
      </Button>
    </Form>
  );
}
