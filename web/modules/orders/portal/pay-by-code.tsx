import { useState } from 'react';
import type { Bill, LookedUp } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { FormKey } from '../../../kernel/pages/form-key.tsx';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/index.ts';
import { type Asked, keepLookup } from './kept-lookup.ts';

type Paying = NonNullable<Bill['pay']>;
type Next = NonNullable<NonNullable<Paying['open']>['next']>;

/** What is owed for a guest's order, and the ways to pay it. */
export function PayByCode({
  pay,
  asked,
  onPaying,
}: {
  pay: Paying;
  asked: Asked;
  onPaying: (order: LookedUp) => void;
}) {
  const { guest: words } = useText();
  const format = useFormat();
  const ways = pay.methods.map(({ gateway, id, label, can }) => ({
    value: `${gateway}/${id}`,
    label: format.words(label),
    ...(can.pay === true ? {} : { reason: reasonWords(can.pay.no) }),
  }));
  const [how, setHow] = useState(ways.find((way) => !('reason' in way))?.value ?? '');
  const begin = useAct(
    (chosen: string, key) => {
      const [gateway, method] = chosen.split('/');
      return api.post<LookedUp>(
        '/api/order-status/pay',
        { ...asked, invoice: pay.invoice, gateway, method },
        key,
      );
    },
    {
      done(order) {
        onPaying(order);
        const next = order.bill?.pay?.open?.next;
        if (next?.kind !== 'redirect') return;
        keepLookup(asked);
        location.assign(next.url);
      },
    },
  );
  const sum = format.money(pay.amount);
  const next = pay.open?.next ?? null;
  if (ways.length === 0 || pay.can !== true)
    return (
      <Banner tone="attention" title={pay.can === true ? words.paymentsPause : reasonWords(pay.can.no)} />
    );
  return (
    <Card title={words.payTitle(sum)}>
      {next && <GoOn next={next} asked={asked} sum={sum} />}
      <form
        method="post"
        action={paths.orderStatusForm('pay')}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void begin.run(how);
        }}
      >
        <FormKey />
        <input type="hidden" name="number" value={asked.number} />
        <input type="hidden" name="code" value={asked.code} />
        <input type="hidden" name="invoice" value={pay.invoice} />
        <RadioCards
          name="how"
          label={next ? words.other : words.how}
          value={how}
          onValue={setHow}
          choices={ways}
        />
        <Button type="submit" wide weight={next ? 'secondary' : 'primary'} busy={begin.busy}>
          {words.pay(sum)}
        </Button>
      </form>
    </Card>
  );
}

/** The payer's turn: where to go on, where to send how much, or what to scan. */
function GoOn({ next, asked, sum }: { next: Next; asked: Asked; sum: string }) {
  const { guest: words } = useText();
  const format = useFormat();
  return (
    <section className="mb-5 flex flex-col gap-3 rounded border border-attention-line bg-attention-soft p-4">
      <h3 className="text-14">{next.kind === 'transfer' ? words.transfer(next.bank) : words.waits}</h3>
      {next.kind === 'redirect' && (
        <a href={next.url} className={buttonClass('primary', true)} onClick={() => keepLookup(asked)}>
          <Icon name="external" size={18} />
          {words.goToPage}
        </a>
      )}
      {next.kind === 'transfer' && (
        <dl className="text-body">
          <dt className="text-13 text-muted">{words.accountNumber}</dt>
          <dd className="text-20 font-bold tracking-wide tabular-nums">
            {next.accountNumber.replace(/(\d{4})(?=\d)/g, '$1 ')}
          </dd>
          <dt className="mt-2 text-13 text-muted">{words.amount}</dt>
          <dd className="text-20 font-bold">
            <MoneyText value={next.amount} />
          </dd>
        </dl>
      )}
      {next.kind === 'qr' && (
        <svg
          role="img"
          aria-label={words.scan(sum)}
          viewBox={`-4 -4 ${next.size + 8} ${next.size + 8}`}
          shapeRendering="crispEdges"
          className="w-full max-w-60 self-center rounded bg-white"
        >
          {/* Black on white in both themes, with its quiet zone, since scanners need it so. */}
          <path d={next.path} fill="#000" />
        </svg>
      )}
      {next.kind !== 'redirect' && (
        <p className="text-13 text-muted">{words.until(format.dateTime(next.expiresAt))}</p>
      )}
      {next.kind !== 'redirect' && next.pageUrl && (
        <a href={next.pageUrl} target="_blank" rel="noreferrer" className="text-13">
          {words.goToPage}
        </a>
      )}
    </section>
  );
}
