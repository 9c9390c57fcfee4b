import { useState } from 'react';
import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import type { DepositOptions } from '../../../../server/modules/payments/deposit-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData, useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card, FigureCard } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Form } from '../../../ui/form.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ListSkeleton } from '../../../ui/skeletons.tsx';
import { BigState } from '../parts/big-state.tsx';
import { MethodIcon } from '../parts/method-icon.tsx';
import { useDepositText } from '../text/deposit.ts';
import { ActInSight } from './act-in-sight.tsx';
import { OpenAttempt } from './open-attempt.tsx';
import { ReportTransfer } from './report-transfer.tsx';
import { TransferNotice } from './transfer-notice.tsx';
import { useWays } from './way.ts';

/** A client adds to its credit: how much, and how. */
export function Page() {
  const words = useDepositText();
  const { api: base, to } = useOrganization();
  const url = `${base}/deposits`;
  const options = useData<DepositOptions>(url, ['payments.', 'billing.credit']);
  const [amount, setAmount] = useState<Money | null>(null);
  const { can, transfer } = options;
  const crumbs = [
    { label: words.invoices, to: to.invoices() },
    { label: words.credit, to: to.credit() },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={crumbs} />
      {can.add !== true ? (
        <div className="max-w-2xl">
          {can.add.no === 'payment_pending' ? (
            <TransferNotice transfer={transfer!} url={url} />
          ) : (
            <BigState tone="neutral" title={words.closed} lead={words.closedHint[can.add.no] ?? ''}>
              <LinkButton to={to.credit()}>{words.seeCredit}</LinkButton>
            </BigState>
          )}
        </div>
      ) : amount ? (
        <Ways url={url} amount={amount} credit={options.credit} onChange={() => setAmount(null)} />
      ) : (
        <div className="flex max-w-2xl flex-col gap-4">
          {options.open && <OpenAttempt attempt={options.open} />}
          {transfer?.state === 'rejected' && <TransferNotice transfer={transfer} url={url} />}
          <HowMuch options={options} onGo={setAmount} />
        </div>
      )}
    </>
  );
}

function HowMuch({ options, onGo }: { options: DepositOptions; onGo: (amount: Money) => void }) {
  const words = useDepositText();
  const format = useFormat();
  const { credit, min, max, room, most } = options;
  const form = useForm({
    initial: { amount: null as Money | null },
    check: ({ amount }): { amount?: string } => {
      if (!amount || amount.amount <= 0) return { amount: words.needsAmount };
      if (amount.amount < min.amount) return { amount: words.problems.deposit_too_small };
      return amount.amount > room.amount ? { amount: words.problems.deposit_too_large } : {};
    },
    send: ({ amount }) => Promise.resolve(amount!),
    done: onGo,
  });
  const { amount } = form.values;
  const isNear = room.amount < max.amount;
  return (
    <>
      <FigureCard
        title={words.now}
        figure={<MoneyText value={credit} />}
        context={
          isNear
            ? words.roomLeft(format.money(room), format.money(most))
            : words.between(format.money(min), format.money(max))
        }
      />
      <Card>
        <Form form={form}>
          <MoneyField {...form.field('amount')} label={words.amount} currency={credit.currency} />
          <Button type="submit" wide>
            {words.goOn(amount ? format.money(amount) : '…')}
          </Button>
        </Form>
      </Card>
    </>
  );
}

interface Chosen {
  url: string;
  amount: Money;
  credit: Money;
  onChange: () => void;
}

function Ways(props: Chosen) {
  const { data: options } = useSideData<DepositOptions>(
    `${props.url}?amount=${props.amount.amount}`,
    'payments.',
  );
  return options ? <Choose {...props} options={options} /> : <ListSkeleton />;
}

function Choose({ url, amount, credit, onChange, options }: Chosen & { options: DepositOptions }) {
  const words = useDepositText();
  const { to, name } = useOrganization();
  const format = useFormat();
  const ways = useWays(options, options.accounts.length > 0);
  const open = ways.filter(({ reason }) => !reason);
  const [value, setValue] = useState('');
  const chosen = open.find((way) => way.value === value) ?? open[0];
  const act = useAct((body: object, key) => api.post<AttemptView>(url, body, key), {
    refresh: [url],
    done: (attempt) => {
      if (attempt.next?.kind === 'redirect') location.assign(attempt.next.url);
      else goTo(to.payment(attempt.id));
    },
    failed: (problem) => toast({ words: problemWords(problem), tone: 'danger' }),
  });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-6">
      <div className="flex min-w-0 flex-col gap-4">
        <Card>
          <RadioCards
            name="way"
            label={words.how}
            value={chosen?.value ?? ''}
            onValue={setValue}
            choices={ways.map(({ value: id, label, hint, reason, kind }) => ({
              value: id,
              label,
              hint,
              ...(reason ? { reason } : {}),
              aside: <MethodIcon kind={kind} />,
            }))}
          />
        </Card>
        {chosen && !chosen.how && (
          <ReportTransfer
            url={url}
            accounts={options.accounts}
            hint={words.transferHint(format.money(amount), name)}
            draft="deposit"
            owed={amount}
          />
        )}
      </div>
      <aside aria-label={words.sum} className="flex flex-col gap-3 lg:sticky lg:top-6">
        <Card title={words.sum}>
          <p className="text-26 font-bold tracking-tight">
            <MoneyText value={amount} />
          </p>
          <p className="text-body text-muted">
            {words.after(format.money({ ...credit, amount: credit.amount + amount.amount }))}
          </p>
        </Card>
        {chosen?.how && (
          <ActInSight>
            <Button
              wide
              busy={act.busy}
              onClick={() => void act.run({ amount: amount.amount, how: chosen.how })}
            >
              {words.pay(format.money(amount))}
            </Button>
          </ActInSight>
        )}
        <Button weight="secondary" wide onClick={onChange}>
          {words.change}
        </Button>
      </aside>
    </div>
  );
}
