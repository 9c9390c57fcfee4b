import { useState } from 'react';
import type { CreditAsk } from '../../../../server/modules/deskacts/ask-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const urlOf = (id: string) => `/api/console/credit-asks/${id}`;
const refresh = ['/api/console/credit-asks', '/api/console/tickets', '/api/console/today'];

/** What one may do with credit that waits: give it, not give it, or take it back. */
export function DecideAsk({ ask }: { ask: CreditAsk }) {
  const { ask: words } = useText();
  const format = useFormat();
  const [asking, setAsking] = useState<'approve' | 'decline' | 'withdraw' | null>(null);
  const close = () => setAsking(null);
  const { amount, can, askedBy, client } = ask;
  const sum = format.money(amount);
  const act = useAct((what: 'approve' | 'withdraw', key) => api.post(`${urlOf(ask.id)}/${what}`, {}, key), {
    refresh,
    done: (_, what) => {
      close();
      toast({ words: what === 'approve' ? words.approved(sum) : words.withdrawn });
    },
  });
  if (can.withdraw === true)
    return (
      <>
        <Button weight="secondary" onClick={() => setAsking('withdraw')}>
          {words.withdraw}
        </Button>
        <ConfirmDialog
          open={asking === 'withdraw'}
          onClose={close}
          title={words.withdrawTitle}
          effect={words.withdrawEffect(sum)}
          verb={words.withdraw}
          destructive
          busy={act.busy}
          onConfirm={() => void act.run('withdraw')}
        />
      </>
    );
  if (can.approve !== true)
    return can.approve.no === 'not_waiting' ? null : (
      <p className="text-13 text-muted">{reasonWords(can.approve.no)}</p>
    );
  return (
    <>
      <span className="flex flex-wrap gap-2">
        <Button weight="secondary" icon="check" onClick={() => setAsking('approve')}>
          {words.approve}
        </Button>
        <Button weight="secondary" onClick={() => setAsking('decline')}>
          {words.decline}
        </Button>
      </span>
      <ConfirmDialog
        open={asking === 'approve'}
        onClose={close}
        title={words.approveTitle(sum)}
        effect={words.approveEffect(askedBy.name, client.name)}
        verb={words.approveDo(sum)}
        busy={act.busy}
        onConfirm={() => void act.run('approve')}
      />
      <Dialog open={asking === 'decline'} onClose={close} title={words.declineTitle(sum)}>
        <DeclineForm id={ask.id} name={askedBy.name} onDone={close} />
      </Dialog>
    </>
  );
}

function DeclineForm({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const { ask: words } = useText();
  const form = useForm({
    initial: { note: '' },
    check: ({ note }) => (note.trim() ? {} : { note: words.noteMissing }),
    send: (body, key) => api.post(`${urlOf(id)}/decline`, body, key),
    refresh,
    done: () => {
      toast({ words: words.declined });
      onDone();
    },
  });
  return (
    <Form form={form}>
      <TextArea
        {...form.field('note')}
        label={words.note}
        hint={words.noteHint(name)}
        rows={2}
        maxLength={300}
      />
      <FormActs>
        <Button type="submit" weight="destructive" busy={form.busy}>
          {words.declineDo}
        </Button>
      </FormActs>
    </Form>
  );
}
