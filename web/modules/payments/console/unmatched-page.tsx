import { useState } from 'react';
import type { UnmatchedMoney } from '../../../../server/modules/payments/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { ResolveMoney } from './resolve-money.tsx';
import { DeskHeader } from './tabs.tsx';

const to = consolePaths;

export function Page() {
  const { desk: words } = useText();
  const asked = useFiltered('/api/console/unmatched-money', ['state']);
  const list = useList<UnmatchedMoney>(asked.url, ['payments.money', 'payments.unmatched']);
  return (
    <>
      <DeskHeader lead={words.unmatchedLead} />
      <div className="mb-3">
        <FilterChips
          name="state"
          label={words.state}
          choices={[
            { value: 'waiting', label: words.waiting },
            { value: 'resolved', label: words.resolved },
          ]}
        />
      </div>
      <Card flush>
        <ListBody
          list={list}
          empty={
            <EmptyState icon="done" title={words.unmatchedEmpty}>
              {words.unmatchedEmptyHint}
            </EmptyState>
          }
        >
          <ul className="divide-y divide-line" aria-busy={list.busy || undefined}>
            {list.items.map((money) => (
              <MoneyRow key={money.id} money={money} />
            ))}
          </ul>
        </ListBody>
      </Card>
    </>
  );
}

function MoneyRow({ money }: { money: UnmatchedMoney }) {
  const { desk: words } = useText();
  const format = useFormat();
  const { amount, attempt, client, gateway, note, paidWith, reference, resolution } = money;
  return (
    <li className="grid gap-x-6 gap-y-3 px-4 py-4 text-body sm:px-5 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1.4fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-16 font-bold">
            <MoneyText value={amount} />
          </span>
          {resolution ? (
            <StatusChip tone="good">{words.resolutions[resolution]}</StatusChip>
          ) : (
            <StatusChip tone="attention">{words.waiting}</StatusChip>
          )}
        </p>
        <p className="mt-0.5">{words.why[money.why]}</p>
        {attempt && <p className="text-13 text-muted">{words.asked(format.money(attempt.amount))}</p>}
      </div>
      <div className="min-w-0 text-13">
        <p>
          {paidWith} · {gateway} · <span className="[overflow-wrap:anywhere]">{reference}</span>
        </p>
        {client && (
          <p>
            <Link to={to.client(client.id)}>{client.name}</Link>
            {attempt && (
              <>
                {' · '}
                <Link to={to.paymentAttempt(attempt.id)}>{words.seeAttempt}</Link>
              </>
            )}
          </p>
        )}
        {note && <p className="whitespace-pre-line text-muted">{note}</p>}
        <p className="text-muted">
          <Time value={money.receivedAt} style="dateTime" />
          {money.resolvedBy && ` · ${words.by(money.resolvedBy.name)}`}
        </p>
      </div>
      {!resolution && <Decide money={money} />}
    </li>
  );
}

function Decide({ money }: { money: UnmatchedMoney }) {
  const { desk: words } = useText();
  const [open, setOpen] = useState(false);
  const may = money.can.return;
  return (
    <div className="max-sm:[&_button]:w-full max-sm:[&>*]:w-full">
      <Button
        weight="secondary"
        reason={may === true ? null : reasonWords(may.no)}
        onClick={() => setOpen(true)}
      >
        {words.decide}
      </Button>
      <ResolveMoney open={open} onClose={() => setOpen(false)} money={money} />
    </div>
  );
}
