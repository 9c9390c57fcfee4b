import type { Bill as BillShape } from '../../../../server/modules/guests/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { paths } from '../../../kernel/paths.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';
import type { Asked } from './kept-lookup.ts';

/** The invoices of a guest's order and their receipts, each as a file: a form, since number and code are in no address. */
export function Papers({ bill, asked }: { bill: BillShape; asked: Asked }) {
  const { guest: words } = useText();
  const format = useFormat();
  return (
    <Card title={words.papers}>
      <ul className="divide-y divide-line border-y border-line">
        {bill.invoices.map(({ id, number, balance, dueOn, status, receipts }) => (
          <li key={id} className="flex flex-col gap-1 py-2.5 text-body">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Paper asked={asked} kind="invoice" id={id} label={number && words.invoice(number)} />
              <span className="text-13 text-muted">
                {balance.amount > 0
                  ? words.owed(format.money(balance), format.date(dueOn))
                  : status === 'paid'
                    ? words.settled
                    : words.void}
              </span>
            </div>
            {receipts.map((receipt) => (
              <Paper
                key={receipt.id}
                asked={asked}
                kind="receipt"
                id={receipt.id}
                label={words.receipt(receipt.number)}
              />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Paper({
  asked,
  kind,
  id,
  label,
}: {
  asked: Asked;
  kind: 'invoice' | 'receipt';
  id: string;
  /** Null until it has its number. */
  label: string | null;
}) {
  const { guest: words } = useText();
  if (label === null) return <span className="text-muted">{words.soon}</span>;
  const fields = { ...asked, kind, id, lang: locale.use() };
  return (
    <form method="post" action={paths.orderStatusForm('document')}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" weight="quiet" icon="download">
        {label}
      </Button>
    </form>
  );
}

/** Where the order becomes theirs. */
export function ClaimHint() {
  const { guest: words } = useText();
  return (
    <Banner
      tone="info"
      title={words.claimTitle}
      act={
        <LinkButton to={paths.claims()} weight="secondary">
          {words.claimAct}
        </LinkButton>
      }
    >
      {words.claim}
    </Banner>
  );
}
