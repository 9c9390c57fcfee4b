import { useState } from 'react';
import type { FeeRules } from '../../../../server/modules/payments/fee-contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { formatNumber, useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useFeeText } from '../text/desk-fees.ts';
import { useText } from '../text/index.ts';
import { AddFeeRule } from './add-fee-rule.tsx';
import { nameOf, url } from './fee-rules.ts';

type Rule = FeeRules['items'][number];
const tones = { coming: 'info', holds: 'good', over: 'neutral' } as const;

/** What gateways keep of payments, from which day on. */
export function Page() {
  const words = useFeeText();
  const { gateways } = useText();
  const rules = useData<FeeRules>(url, 'payments.fee');
  const [open, setOpen] = useState(false);
  const reason = rules.can.change === true ? null : reasonWords(rules.can.change.no);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.rules}
        lead={words.rulesLead}
        crumbs={[{ label: gateways.title, to: to.paymentSettings() }]}
        aside={
          <LinkButton to={to.gatewayFees()} weight="secondary">
            {words.report}
          </LinkButton>
        }
        act={
          <Button reason={reason} onClick={() => setOpen(true)}>
            {words.add}
          </Button>
        }
      />
      <Card>
        {rules.items.length === 0 ? (
          <EmptyState small icon="card" title={words.none}>
            {words.noneHint}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {rules.items.map((rule) => (
              <RuleRow key={rule.id} rule={rule} />
            ))}
          </ul>
        )}
      </Card>
      <AddFeeRule open={open} onClose={() => setOpen(false)} rules={rules} />
    </div>
  );
}

function RuleRow({ rule }: { rule: Rule }) {
  const words = useFeeText();
  const format = useFormat();
  const { gateway, label, method, currency, share, fixed, from, givenBack, addedBy, state, can } = rule;
  const percent = formatNumber(share / 100, format.locale, { maximumFractionDigits: 2 });
  const way = method === null ? words.allMethods : label ? format.words(label) : method;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 text-body">
      <div className="min-w-0">
        <p className="font-medium">
          {nameOf(gateway)} · {way} · {currency}
        </p>
        <p className="tabular-nums">
          {fixed > 0
            ? words.rule(percent, format.money({ amount: fixed, currency }))
            : words.onlyShare(percent)}
          {givenBack && ` · ${words.back}`}
        </p>
        <p className="text-13 text-muted">
          {words.since(format.date(from))} · {words.by(addedBy)}
        </p>
      </div>
      <div className="flex items-center gap-2">
        <StatusChip tone={tones[state]}>{words.states[state]}</StatusChip>
        {can.remove === true && <Remove rule={rule} />}
      </div>
    </li>
  );
}

function Remove({ rule }: { rule: Rule }) {
  const words = useFeeText();
  const [asking, setAsking] = useState(false);
  const act = useAct(() => api.delete(`${url}/${rule.id}`), {
    refresh: [url],
    done: () => {
      setAsking(false);
      toast({ words: words.removed });
    },
  });
  return (
    <>
      <Button weight="quiet" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.removeTitle}
        effect={words.removeEffect}
        verb={words.remove}
        busy={act.busy}
        onConfirm={() => void act.run({})}
      />
    </>
  );
}
