import { useState } from 'react';
import type { BillableTime, BillBody, WorkPreview } from '../../../../server/modules/worktime/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { goTo, Link } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { WorkInvoice } from './work-invoice.tsx';

const to = consolePaths;

/** Which time of a client becomes an invoice, and what that will say; then it is issued. */
export function Page({ clientId }: { clientId: string }) {
  const { title, bill: words, duration } = useText();
  const format = useFormat();
  const canOpen = useCanOpen();
  const url = `/api/console/clients/${clientId}/billable-time`;
  const { client, hourly, items } = useData<BillableTime>(url, 'worktime.');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [by, setBy] = useState<BillBody['by']>('ticket');
  const [shown, setShown] = useState<WorkPreview | null>(null);
  const chosen = items.map(({ id }) => id).filter((id) => !left.includes(id));
  const body = { entries: chosen, by };
  const look = useAct((_: object, key) => api.post<WorkPreview>(`${url}/preview`, body, key), {
    done: setShown,
  });
  const issue = useAct((_: object, key) => api.post<{ invoiceId: string }>(`${url}/bill`, body, key), {
    refresh: ['/api/console'],
    done: ({ invoiceId }) => {
      toast({ words: words.issued });
      goTo(to.invoice(invoiceId));
    },
  });
  const change = (work: () => void) => {
    work();
    setShown(null);
  };
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.ofClient(client.name)}
        crumbs={[
          { label: title, to: to.workTime() },
          { label: words.title, to: to.workTime({ client: clientId }) },
        ]}
        lead={hourly && words.hourly(format.money(hourly))}
      />
      {!hourly && (
        <div className="mb-3">
          <Banner tone="attention" title={words.noRate}>
            {canOpen(to.workRates()) && <Link to={to.workRates()}>{words.setRate}</Link>}
          </Banner>
        </div>
      )}
      {items.length === 0 ? (
        <Card>
          <EmptyState small icon="clock" title={words.none}>
            {words.noneHint}
          </EmptyState>
        </Card>
      ) : (
        <div className="flex flex-col gap-3">
          <Card title={words.which}>
            <FieldSet label={words.chosen(chosen.length)}>
              <Checkbox
                name="all"
                label={words.all}
                value={left.length === 0}
                onValue={(on) => change(() => setLeft(on ? [] : items.map(({ id }) => id)))}
              />
              {items.map(({ id, ticket, workedOn, minutes, person, note }) => (
                <Checkbox
                  key={id}
                  name={id}
                  label={`#${ticket.number} ${ticket.subject}, ${duration(minutes)}`}
                  hint={[format.date(workedOn), person.name, note].filter(Boolean).join(' · ')}
                  value={!left.includes(id)}
                  onValue={(on) =>
                    change(() => setLeft(on ? left.filter((one) => one !== id) : [...left, id]))
                  }
                />
              ))}
            </FieldSet>
          </Card>
          <Card>
            <div className="flex flex-col gap-4">
              <RadioCards
                name="by"
                label={words.by}
                columns={2}
                value={by}
                onValue={(value: BillBody['by']) => change(() => setBy(value))}
                choices={[
                  { value: 'ticket', label: words.byTicket },
                  { value: 'entry', label: words.byEntry },
                ]}
              />
              <Button
                weight={shown ? 'secondary' : 'primary'}
                icon="eye"
                wide
                busy={look.busy}
                reason={!hourly ? words.noRate : chosen.length === 0 ? words.choose : null}
                onClick={() => void look.run({})}
              >
                {words.look}
              </Button>
            </div>
          </Card>
          {shown && (
            <WorkInvoice of={shown}>
              <p className="text-13 text-muted">{words.effect}</p>
              <Button icon="billing" wide busy={issue.busy} onClick={() => void issue.run({})}>
                {words.issue(format.money(shown.total))}
              </Button>
            </WorkInvoice>
          )}
        </div>
      )}
    </div>
  );
}
