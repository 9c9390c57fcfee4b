import { useState } from 'react';
import type { Order } from '../../../../server/modules/orders/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** An order that waits for approval: the decision for whoever may take it, the news for everybody else. */
export function Decision({ order }: { order: Order }) {
  const { approval: words } = useText();
  const { api: base } = useOrganization();
  const format = useFormat();
  const [declining, setDeclining] = useState(false);
  const url = `${base}/orders/${order.id}`;
  const approve = useAct((_: undefined, key) => api.post<Order>(`${url}/approve`, undefined, key), {
    refresh: [`${base}/orders`],
    done: () => toast({ words: words.approved(order.number) }),
  });
  const limit = order.approval ? format.money(order.approval.limit) : '';
  if (order.can.decide !== true) {
    return (
      <Banner tone="attention" title={words.waiting}>
        {words.hint(limit)}
      </Banner>
    );
  }
  return (
    <>
      <Banner
        tone="attention"
        title={words.title}
        act={
          <>
            <Button busy={approve.busy} onClick={() => void approve.run(undefined)}>
              {words.approve(format.money(order.total))}
            </Button>
            <Button weight="secondary" onClick={() => setDeclining(true)}>
              {words.decline}
            </Button>
          </>
        }
      >
        {words.lead(order.placedBy || words.by, limit)}
      </Banner>
      <Dialog open={declining} onClose={() => setDeclining(false)} title={words.declineTitle}>
        <DeclineForm order={order} url={url} onDone={() => setDeclining(false)} />
      </Dialog>
    </>
  );
}

function DeclineForm({ order, url, onDone }: { order: Order; url: string; onDone: () => void }) {
  const { approval: words } = useText();
  const { api: base } = useOrganization();
  const form = useForm({
    initial: { reason: '' },
    send: (values, key) => api.post<Order>(`${url}/decline`, values, key),
    refresh: [`${base}/orders`],
    done: () => {
      onDone();
      toast({ words: words.declined(order.number) });
    },
  });
  return (
    <Form form={form}>
      <TextArea {...form.field('reason')} label={words.reason} hint={words.reasonHint} optional />
      <Button type="submit" wide weight="destructive" busy={form.busy}>
        {words.decline}
      </Button>
    </Form>
  );
}
