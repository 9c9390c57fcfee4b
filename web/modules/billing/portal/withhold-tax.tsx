import { useState } from 'react';
import type { Withholding, Withholdings } from '../../../../server/modules/billing/tax-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { WithheldItems } from '../shared/withheld-items.tsx';
import { useTaxText } from '../text/tax.ts';
import { SendSlip } from './send-slip.tsx';

/** On an invoice: the tax that may be withheld of it, and the slips of what was. */
export function Part({ invoiceId }: { invoiceId: string }) {
  const { withholding: words } = useTaxText();
  const { api: base } = useOrganization();
  const url = `${base}/invoices/${invoiceId}/withholdings`;
  const { data } = useSideData<Withholdings>(url, 'billing.');
  const [sending, setSending] = useState<Withholding | null>(null);
  const may = useCan('billing.withholding.declare');
  if (!data || (data.items.length === 0 && (!may || data.can.withhold !== true))) return null;
  return (
    <Card title={words.title} className="no-print">
      <WithheldItems
        items={data.items}
        slipUrl={(id) => `${base}/withholdings/${id}/slip`}
        act={(item) =>
          may &&
          item.state === 'awaiting' && (
            <div>
              <Button weight="secondary" icon="upload" onClick={() => setSending(item)}>
                {words.send}
              </Button>
            </div>
          )
        }
      />
      {may && data.can.withhold === true && <Offers url={url} data={data} />}
      {sending && (
        <SendSlip
          item={sending}
          url={`${base}/withholdings/${sending.id}/slip`}
          onClose={() => setSending(null)}
        />
      )}
    </Card>
  );
}

type Offer = Withholdings['offers'][number];

function Offers({ url, data }: { url: string; data: Withholdings }) {
  const { withholding: words } = useTaxText();
  const format = useFormat();
  const { api: base } = useOrganization();
  const [asked, setAsked] = useState<Offer | null>(null);
  const withhold = useAct((body: { kinds: string[] }, key) => api.post<Withholdings>(url, body, key), {
    refresh: [`${base}/invoices`, `${base}/billing-summary`, `${base}/statement`],
    done: () => {
      if (asked) toast({ words: words.done(format.money(asked.amount)) });
      setAsked(null);
    },
  });
  return (
    <div className={data.items.length > 0 ? 'mt-3 border-t border-line pt-3' : ''}>
      <p className="mb-3 max-w-[70ch] text-body text-muted">{words.lead}</p>
      <div className="flex flex-col gap-2 sm:items-start">
        {data.offers.map((offer) => (
          <Button key={offer.kind} weight="secondary" onClick={() => setAsked(offer)}>
            {offer.percent === null
              ? words.offerVat
              : words.offer(words.kinds[offer.kind], `${format.number(offer.percent)}%`)}
          </Button>
        ))}
      </div>
      {asked && (
        <ConfirmDialog
          open
          onClose={() => setAsked(null)}
          title={words.confirm}
          effect={words.effect(
            format.money(asked.amount),
            format.money({ ...data.balance, amount: data.balance.amount - asked.amount.amount }),
            format.date(data.slipDueOn),
          )}
          verb={words.act(format.money(asked.amount))}
          busy={withhold.busy}
          onConfirm={() => void withhold.run({ kinds: [asked.kind] })}
        />
      )}
    </div>
  );
}
