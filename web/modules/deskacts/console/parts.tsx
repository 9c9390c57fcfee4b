import type { ReactNode } from 'react';
import type { ClientPanel } from '../../../../server/modules/deskacts/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { marked } from '../../../kernel/palette/letters.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';
import { asked } from './asked.ts';
import type { Invoice, Service } from './asked.ts';
import { DecideAsk } from './decide-ask.tsx';
import { mayGive } from './may-give.ts';

const to = consolePaths;

function Section({ title, none, children }: { title: string; none?: string | null; children?: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-13 font-medium text-muted">{title}</h3>
      {none ? <p className="text-body text-muted">{none}</p> : <ul className="text-body">{children}</ul>}
    </section>
  );
}

function Line({ name, detail, act }: { name: ReactNode; detail: string; act: ReactNode }) {
  return (
    <li className="flex items-center justify-between gap-2 py-1">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        {name}
        <p className="text-13 text-muted">{detail}</p>
      </div>
      {act}
    </li>
  );
}

/** What the client has running, what the ticket is about first. */
export function ServicesPart({ services }: { services: readonly Service[] }) {
  const words = useText();
  const format = useFormat();
  // A letter is for the first that it can be done with; another one is chosen where it asks.
  const lettered = {
    hold: services.find(({ suspendedFor, can }) => suspendedFor.length === 0 && can.suspend === true),
    resume: services.find(({ suspendedFor, can }) => suspendedFor.length > 0 && can.resume === true),
  };
  return (
    <Section title={words.services} none={services.length === 0 ? words.noServices : null}>
      {services.map((service) => {
        const name = service.label || format.words(service.names);
        const held = service.suspendedFor.length > 0;
        const state = words.serviceStates[held ? 'held' : (service.state as 'active')];
        const [act, may] = held
          ? (['resume', service.can.resume] as const)
          : (['hold', service.can.suspend] as const);
        return (
          <Line
            key={service.id}
            name={<Link to={to.service(service.id)}>{name}</Link>}
            detail={[state, service.linked && words.linked].filter(Boolean).join(' · ')}
            act={
              may === true && (
                <IconButton
                  icon={held ? 'play' : 'pause'}
                  label={words[act].of(name)}
                  onClick={() => asked.set({ act, id: service.id })}
                  {...(lettered[act] === service && marked(held ? 'Shift+H' : 'H', words[act].of(name)))}
                />
              )
            }
          />
        );
      })}
    </Section>
  );
}

/** What is open, then what was lately. */
export function InvoicesPart({ invoices }: { invoices: readonly Invoice[] }) {
  const words = useText();
  const format = useFormat();
  const lettered = invoices.find(({ can }) => can.send === true);
  return (
    <Section title={words.invoices} none={invoices.length === 0 ? words.noInvoices : null}>
      {invoices.map((invoice) => (
        <Line
          key={invoice.id}
          name={<Link to={to.invoice(invoice.id)}>{invoice.number ?? format.money(invoice.total)}</Link>}
          detail={[
            words.invoiceStates[invoice.status as 'due'],
            invoice.balance.amount > 0
              ? words.owed(format.money(invoice.balance))
              : format.money(invoice.total),
            invoice.linked && words.linked,
          ]
            .filter(Boolean)
            .join(' · ')}
          act={
            invoice.can.send === true && (
              <IconButton
                icon="mail"
                label={words.send.of(invoice.number ?? '')}
                onClick={() => asked.set({ act: 'send', id: invoice.id })}
                {...(lettered === invoice && marked('B', words.send.of(invoice.number ?? '')))}
              />
            )
          }
        />
      ))}
    </Section>
  );
}

export function PaymentsPart({ payments }: { payments: NonNullable<ClientPanel['payments']> }) {
  const words = useText();
  const format = useFormat();
  return (
    <Section title={words.payments}>
      {payments.map(({ id, number, amount, at }) => (
        <Line
          key={id}
          name={format.money(amount)}
          detail={[format.date(at), number].filter(Boolean).join(' · ')}
          act={null}
        />
      ))}
    </Section>
  );
}

export function CreditPart({ credit }: { credit: NonNullable<ClientPanel['credit']> }) {
  const words = useText();
  const format = useFormat();
  const { balance, waiting } = credit;
  const may = mayGive(credit);
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <div>
          <h3 className="text-13 font-medium text-muted">{words.credit}</h3>
          {balance && <p className="text-body">{format.money(balance)}</p>}
        </div>
        <Button
          weight="secondary"
          icon="wallet"
          reason={may === true ? null : reasonWords(may.no)}
          onClick={() => asked.set({ act: 'give' })}
          {...marked('C', words.give.act)}
        >
          {words.give.act}
        </Button>
      </div>
      {waiting && (
        <div className="flex flex-col items-start gap-2 rounded border border-attention-line bg-attention-soft p-3 text-body">
          <p className="[overflow-wrap:anywhere]">
            {words.ask.waits(format.money(waiting.amount), waiting.askedBy.name)}{' '}
            <span className="text-muted">{waiting.reason}</span>
          </p>
          <DecideAsk ask={waiting} />
        </div>
      )}
    </section>
  );
}
