import { useState } from 'react';
import type { Promises } from '../../../../server/modules/billing/promise-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { PromiseDialog } from '../shared/promise-dialog.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';

/** What was promised for an invoice; staff note and withdraw promises here. */
export function InvoicePromises({ invoiceId }: { invoiceId: string }) {
  const { promises: words } = useCollectionsText();
  const format = useFormat();
  const invoice = `/api/console/invoices/${invoiceId}`;
  const url = `${invoice}/promises`;
  const { data } = useSideData<Promises>(url, 'billing.');
  const [open, setOpen] = useState<'ask' | 'withdraw' | null>(null);
  const may = useCan('billing.promise.make');
  const withdraw = useAct(() => api.delete(url), {
    refresh: [invoice],
    done: () => {
      setOpen(null);
      toast({ words: words.withdrawn });
    },
  });
  if (!data) return null;
  const current = data.items.find(({ state }) => state === 'open');
  return (
    <>
      {data.items.length > 0 && (
        <ul className="mt-3 border-t border-line pt-3 text-body">
          {data.items.map(({ id, on, state, byStaff }) => (
            <li key={id}>
              {words.states[state](format.date(on))}
              <span className="text-13 text-muted"> · {byStaff ? words.byStaff : words.byClient}</span>
            </li>
          ))}
        </ul>
      )}
      {may && (current || data.can.promise === true) && (
        <div className="mt-3">
          <Button
            weight="secondary"
            icon={current ? 'close' : 'calendar'}
            onClick={() => setOpen(current ? 'withdraw' : 'ask')}
          >
            {current ? words.withdraw : words.note}
          </Button>
        </div>
      )}
      {open === 'ask' && <PromiseDialog desk url={url} refresh={[invoice]} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && (
        <ConfirmDialog
          open
          onClose={() => setOpen(null)}
          title={words.withdrawTitle}
          effect={words.withdrawEffect}
          verb={words.withdraw}
          busy={withdraw.busy}
          onConfirm={() => void withdraw.run({})}
        />
      )}
    </>
  );
}
