import { useState } from 'react';
import type { TransferView } from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { BigState } from '../parts/big-state.tsx';
import { useText } from '../text/index.ts';

/** What became of a transfer that was reported. */
export function TransferNotice({ transfer, url }: { transfer: TransferView; url: string }) {
  const { transfer: words } = useText();
  const format = useFormat();
  if (transfer.state === 'rejected') {
    return (
      <Banner tone="attention" title={words.rejectedTitle}>
        {words.rejected(transfer.reason ?? '')}
      </Banner>
    );
  }
  const { amount, paidOn, bank } = transfer;
  return (
    <BigState
      tone="info"
      title={words.pendingTitle}
      lead={words.pending(format.money(amount), format.date(paidOn), bank)}
    >
      <Withdraw transfer={transfer} url={url} />
    </BigState>
  );
}

function Withdraw({ transfer, url }: { transfer: TransferView; url: string }) {
  const { transfer: words } = useText();
  const { api: base } = useOrganization();
  const [asking, setAsking] = useState(false);
  const withdraw = useAct(
    (body: object, key) => api.post<void>(`${base}/transfers/${transfer.id}/withdraw`, body, key),
    {
      refresh: [url],
      done: () => {
        setAsking(false);
        toast({ words: words.withdrawn });
      },
    },
  );
  if (!useCan('payments.payment.make')) return null;
  return (
    <>
      <Button weight="secondary" onClick={() => setAsking(true)}>
        {words.withdraw}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.withdrawTitle}
        effect={words.withdrawEffect}
        verb={words.withdraw}
        busy={withdraw.busy}
        onConfirm={() => void withdraw.run({})}
      />
    </>
  );
}
