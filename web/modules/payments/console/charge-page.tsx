import { useState } from 'react';
import type { AutomaticCharge } from '../../../../server/modules/payments/automatic-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { Tries } from '../parts/tries.tsx';
import { useAutomaticText } from '../text/automatic.ts';
import { useText } from '../text/index.ts';
import { ChargeState } from './charge-state.tsx';

/** One renewal that is charged without asking: what was tried, and what comes. */
export function Page({ invoiceId }: { invoiceId: string }) {
  const { desk } = useText();
  const { desk: words, mine, why } = useAutomaticText();
  const url = `/api/console/automatic-charges/${invoiceId}`;
  const charge = useData<AutomaticCharge>(url, ['payments.', { facts: 'billing.', subject: invoiceId }]);
  const { client, invoice, tries, nextAt } = charge;
  return (
    <>
      <PageHeader
        title={words.titleOf(invoice.number ?? words.unnumbered)}
        crumbs={[
          { label: desk.title, to: to.payments() },
          { label: words.tab, to: to.automaticCharges() },
        ]}
        state={<ChargeState state={charge.state} />}
        lead={<Link to={to.client(client.id)}>{client.name}</Link>}
        act={<Retry url={url} charge={charge} />}
      />
      <div className="flex max-w-2xl flex-col gap-4">
        <Card>
          <DefinitionList
            facts={[
              {
                term: words.invoice,
                value: <Link to={to.invoice(invoice.id)}>{invoice.number ?? words.unnumbered}</Link>,
              },
              { term: words.owed, value: <MoneyText value={charge.amount} /> },
              nextAt !== null && { term: words.next, value: <Time value={nextAt} style="dateTime" /> },
              charge.nextWith !== null && { term: words.with, value: charge.nextWith },
              charge.why !== null && { term: words.why, value: why[charge.why] },
            ]}
          />
        </Card>
        <Card title={mine.tries}>
          {tries.length === 0 ? (
            <p className="text-body text-muted">{words.noTries}</p>
          ) : (
            <Tries tries={tries} />
          )}
        </Card>
      </div>
    </>
  );
}

function Retry({ url, charge }: { url: string; charge: AutomaticCharge }) {
  const { desk: words } = useAutomaticText();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { retry } = charge.can;
  const act = useAct((body: object, key) => api.post<AutomaticCharge>(`${url}/retry`, body, key), {
    refresh: [url],
    done: ({ tries }) => {
      setAsking(false);
      const status = tries[0]?.status;
      const ended = status === 'failed' || status === 'succeeded' ? status : 'underway';
      toast({ words: words.retried[ended], ...(ended === 'failed' ? { tone: 'danger' as const } : {}) });
    },
  });
  return (
    <>
      <Button
        wide
        icon="refresh"
        reason={retry === true ? null : reasonWords(retry.no)}
        onClick={() => setAsking(true)}
      >
        {words.retry}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.retryTitle(format.money(charge.amount))}
        effect={words.retryEffect}
        verb={words.retry}
        busy={act.busy}
        onConfirm={() => void act.run({})}
      />
    </>
  );
}
