import { useState } from 'react';
import type { Withholding } from '../../../../server/modules/billing/tax-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useTaxText } from '../text/tax.ts';

const changed = ['/api/console/withholdings', '/api/console/invoices'];

/** What staff do with a slip, or with what was never proved. */
export function SlipActs({ item }: { item: Withholding }) {
  const { desk: words } = useTaxText();
  const format = useFormat();
  const may = useCan('billing.invoices.manage');
  const [open, setOpen] = useState<'refuse' | 'reopen' | null>(null);
  const url = `/api/console/withholdings/${item.id}`;
  const accept = useAct((_: object, key) => api.post(`${url}/accept`, {}, key), {
    refresh: changed,
    done: () => toast({ words: words.accepted }),
  });
  const reopen = useAct((_: object, key) => api.post(`${url}/reopen`, {}, key), {
    refresh: changed,
    done: () => {
      setOpen(null);
      toast({ words: words.reopened });
    },
  });
  if (!may || item.state === 'proven' || item.state === 'reopened') return null;
  return (
    <div className="flex flex-wrap gap-2">
      {item.state === 'submitted' && (
        <>
          <Button weight="secondary" icon="check" busy={accept.busy} onClick={() => void accept.run({})}>
            {words.accept}
          </Button>
          <Button weight="quiet" onClick={() => setOpen('refuse')}>
            {words.refuse}
          </Button>
        </>
      )}
      <Button weight="quiet" onClick={() => setOpen('reopen')}>
        {words.reopen}
      </Button>
      {open === 'refuse' && <Refuse url={url} onClose={() => setOpen(null)} />}
      {open === 'reopen' && (
        <ConfirmDialog
          open
          onClose={() => setOpen(null)}
          title={words.reopenTitle}
          effect={words.reopenEffect(format.money(item.amount))}
          verb={words.reopen}
          busy={reopen.busy}
          onConfirm={() => void reopen.run({})}
        />
      )}
    </div>
  );
}

function Refuse({ url, onClose }: { url: string; onClose: () => void }) {
  const { desk: words } = useTaxText();
  const form = useForm({
    initial: { reason: '' },
    send: (values, key) => api.post(`${url}/refuse`, values, key),
    refresh: changed,
    done: () => {
      onClose();
      toast({ words: words.refusedDone });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.refuseTitle}>
      <Form form={form}>
        <TextField
          {...form.field('reason')}
          label={words.refuseTitle}
          hint={words.refuseHint}
          maxLength={300}
        />
        <Button type="submit" wide busy={form.busy}>
          {words.refuse}
        </Button>
      </Form>
    </Dialog>
  );
}
