import { useState } from 'react';
import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useBackText } from '../text/back.ts';
import { ActInSight } from './act-in-sight.tsx';
import { PayTogether } from './pay-together.tsx';

/** Many invoices as one payment: which, then how. */
export function Page() {
  const { many: words } = useBackText();
  const { api, to } = useOrganization();
  const list = useList<InvoiceItem>(`${api}/invoices?status=open&limit=50`, 'billing.');
  const payable = list.items.filter(({ can }) => can.pay === true);
  const currencies = [...new Set(payable.map(({ balance }) => balance.currency))];
  const [wanted, setWanted] = useState<string | null>(null);
  const currency = wanted ?? payable.at(-1)?.balance.currency;
  const rows = payable
    .filter(({ balance }) => balance.currency === currency)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const [left, setLeft] = useState<readonly string[]>([]);
  const [going, setGoing] = useState(false);
  const chosen = rows.filter(({ id }) => !left.includes(id));
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.invoices, to: to.invoices() }]}
      />
      {currencies.length > 1 && !going && (
        <div className="mb-4 max-w-40">
          <Select
            name="currency"
            label={words.currency}
            value={currency!}
            onValue={setWanted}
            choices={currencies.map((value) => ({ value, label: value }))}
          />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState icon="billing" title={words.empty}>
          {words.emptyHint}
        </EmptyState>
      ) : going && chosen.length > 0 ? (
        <PayTogether invoices={chosen.map(({ id }) => id)} onChange={() => setGoing(false)} />
      ) : (
        <Choose rows={rows} chosen={chosen} onLeft={setLeft} onGo={() => setGoing(true)} />
      )}
    </>
  );
}

function Choose({
  rows,
  chosen,
  onLeft,
  onGo,
}: {
  rows: readonly InvoiceItem[];
  chosen: readonly InvoiceItem[];
  onLeft: (ids: readonly string[]) => void;
  onGo: () => void;
}) {
  const { many: words } = useBackText();
  const format = useFormat();
  const { currency } = rows[0]!.balance;
  const total = { amount: chosen.reduce((sum, { balance }) => sum + balance.amount, 0), currency };
  const isChosen = (id: string) => chosen.some((one) => one.id === id);
  const leave = (ids: readonly string[]) => onLeft(ids);
  const without = rows.filter(({ id }) => !isChosen(id)).map(({ id }) => id);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-6">
      <Card>
        <fieldset>
          <legend className="sr-only">{words.invoices}</legend>
          <div className="border-b border-line pb-2">
            <Checkbox
              name="all"
              value={without.length === 0}
              onValue={(all) => leave(all ? [] : rows.map(({ id }) => id))}
              label={words.all}
            />
          </div>
          {rows.map(({ id, number, title, dueOn, balance }) => (
            <Checkbox
              key={id}
              name={id}
              value={isChosen(id)}
              onValue={(yes) => leave(yes ? without.filter((one) => one !== id) : [...without, id])}
              label={
                <span className="flex flex-wrap justify-between gap-x-4">
                  <span className="font-medium">{number ?? format.words(title)}</span>
                  <span className="font-medium">{format.money(balance)}</span>
                </span>
              }
              hint={`${format.words(title)} · ${words.dueOn(format.date(dueOn))}`}
            />
          ))}
        </fieldset>
      </Card>
      <aside aria-label={words.total} className="flex flex-col gap-3 lg:sticky lg:top-6">
        <Card title={words.total}>
          <p className="text-26 font-bold tracking-tight" aria-live="polite">
            <MoneyText value={total} />
          </p>
          <p className="text-body text-muted">{words.chosen(chosen.length)}</p>
        </Card>
        <ActInSight>
          <Button wide reason={chosen.length === 0 ? words.none : null} onClick={onGo}>
            {words.go(format.money(total))}
          </Button>
        </ActInSight>
      </aside>
    </div>
  );
}
