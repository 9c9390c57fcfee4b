import { useState } from 'react';
import type { StaffTransfer } from '../../../../server/modules/payments/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useBackText } from '../text/back.ts';
import { useText } from '../text/index.ts';
import { ApproveTransfer } from './approve-transfer.tsx';
import { ClientFilter } from './client-filter.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { DeskHeader } from './tabs.tsx';

const to = consolePaths;
const states = ['reported', 'approved', 'rejected', 'withdrawn'] as const;
const tones: Record<StaffTransfer['state'], Tone> = {
  reported: 'attention',
  approved: 'good',
  rejected: 'danger',
  withdrawn: 'neutral',
};

export function Page() {
  const { desk: words, transferStates } = useText();
  const asked = useFiltered('/api/console/transfers', ['state', 'q', 'client']);
  const list = useList<StaffTransfer>(asked.url, 'payments.transfer');
  return (
    <>
      <DeskHeader />
      <ListFilters
        search={words.transferSearch}
        name="state"
        label={words.transferState}
        choices={states.map((value) => ({ value, label: transferStates[value] }))}
      />
      <ClientFilter />
      <Card flush>
        <ListBody
          list={list}
          asked={asked}
          empty={
            <EmptyState icon="swap" title={words.transfersEmpty}>
              {words.transfersEmptyHint}
            </EmptyState>
          }
        >
          <ul className="divide-y divide-line" aria-busy={list.busy || undefined}>
            {list.items.map((transfer) => (
              <TransferRow key={transfer.id} transfer={transfer} />
            ))}
          </ul>
        </ListBody>
      </Card>
    </>
  );
}

function TransferRow({ transfer }: { transfer: StaffTransfer }) {
  const { desk: words, transferStates } = useText();
  const { desk: back } = useBackText();
  const format = useFormat();
  const { amount, balance, bank, client, invoice, received, reason, sender, state } = transfer;
  const differs = received !== null && received.amount.amount !== amount.amount;
  return (
    <li className="grid gap-x-6 gap-y-3 px-4 py-4 text-body sm:px-5 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1.4fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-16 font-bold">
            <MoneyText value={amount} />
          </span>
          <StatusChip tone={tones[state]}>{transferStates[state]}</StatusChip>
        </p>
        <p className="mt-0.5">
          <Link to={to.client(client.id)}>{client.name}</Link> ·{' '}
          {invoice ? (
            <Link to={to.invoice(invoice.id)}>{invoice.number ?? words.invoice}</Link>
          ) : (
            <Link to={to.clientCredit(client.id)}>{back.forCredit}</Link>
          )}
        </p>
        {state === 'reported' && balance && (
          <p className="text-13 text-muted">{words.left(format.money(balance))}</p>
        )}
        {differs && (
          <p className="text-13 text-muted">
            {words.receivedAmount}: {format.money(received.amount)}
          </p>
        )}
      </div>
      <div className="min-w-0 text-13">
        <p>
          <span className="font-medium">{sender}</span> · {bank} · {format.date(transfer.paidOn)}
        </p>
        {transfer.proof && (
          <p className="[overflow-wrap:anywhere]">
            {words.proof}: {transfer.proof}
          </p>
        )}
        {transfer.note && <p className="whitespace-pre-line text-muted">{transfer.note}</p>}
        {reason && <p className="text-danger">{reason}</p>}
        <p className="text-muted">
          <Time value={transfer.reportedAt} /> · {words.reportedBy(transfer.reportedBy.name)}
        </p>
      </div>
      {state === 'reported' && <Decide transfer={transfer} />}
    </li>
  );
}

function Decide({ transfer }: { transfer: StaffTransfer }) {
  const { desk: words } = useText();
  const [open, setOpen] = useState<'approve' | 'reject' | null>(null);
  const close = () => setOpen(null);
  if (!useCan('payments.payment.manage')) return null;
  return (
    <div className="flex items-start gap-2 max-sm:[&>*]:grow max-sm:[&_button]:w-full">
      <Button weight="secondary" icon="check" onClick={() => setOpen('approve')}>
        {words.approve}
      </Button>
      <Button weight="quiet" onClick={() => setOpen('reject')}>
        {words.reject}
      </Button>
      <ApproveTransfer open={open === 'approve'} onClose={close} transfer={transfer} />
      <ReasonDialog
        open={open === 'reject'}
        onClose={close}
        url={`/api/console/transfers/${transfer.id}/reject`}
        refresh={['/api/console/transfers']}
        title={words.rejectTitle}
        effect={words.rejectLead}
        label={words.rejectReason}
        verb={words.rejectAct}
        done={words.rejected}
      />
    </div>
  );
}
