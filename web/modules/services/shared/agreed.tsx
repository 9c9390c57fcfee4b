import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList, type Fact } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { useTermFacts } from './agreed-term.tsx';

type Agreement = Omit<ServiceDetail, 'can' | 'suspensions' | 'timeline'>;

interface Chosen {
  options: {
    code: string;
    name: { id: string; en: string };
    label: { id: string; en: string } | null;
    value: string | number | boolean;
  }[];
  addons: { code: string; name: { id: string; en: string } }[];
}

/** Plan, choices and price as they were agreed, and the days that follow from them. */
export function Agreed({
  service,
  title,
  more = [],
}: {
  service: Agreement;
  title: string;
  more?: readonly (Fact | false)[];
}) {
  const { detail: words, cycles, per } = useText();
  const format = useFormat();
  const { price, cycle, period, nextInvoiceOn, state } = service;
  const recurs = cycle !== 'one_time';
  const day = (value: string | null) => value !== null && <Time value={value} style="date" />;
  const running = state !== 'pending' && state !== 'ended';
  return (
    <Card title={title}>
      <DefinitionList
        facts={[
          { term: words.plan, value: format.words(service.names) },
          service.quantity > 1 && { term: words.quantity, value: format.number(service.quantity) },
          ...useChoices(service.choices as Chosen),
          (recurs || price.amount > 0) && {
            term: words.price,
            value: (
              <>
                <MoneyText value={price} /> <span className="font-normal text-muted">{per[cycle]}</span>
              </>
            ),
          },
          ...service.discounts.map(({ names, percent, amount, from, until }) => ({
            term: format.words(names),
            value: words.off(
              percent === null ? format.money(amount!) : format.percent(percent / 10_000),
              from && format.date(from),
              until && format.date(until),
            ),
          })),
          { term: words.cycle, value: cycles[cycle] },
          ...useTermFacts(service),
          state === 'pending' && { term: words.ordered, value: day(service.createdAt) },
          service.activatedAt !== null && { term: words.since, value: day(service.activatedAt) },
          state === 'trialing' && { term: words.trialUntil, value: day(service.trialEndsOn) },
          // Invoiced ahead but not paid yet: that period is not the current one.
          running &&
            recurs &&
            state !== 'paused' &&
            period !== null &&
            (service.paidThrough ?? '') >= period.to && {
              term: words.period,
              value: words.periodOf(format.date(period.from), format.date(period.to)),
            },
          running &&
            recurs &&
            state !== 'trialing' &&
            state !== 'paused' && { term: words.paidUntil, value: day(service.paidThrough) },
          running &&
            nextInvoiceOn !== null && {
              term: words.nextInvoice,
              value: words.nextInvoiceOf(
                format.money(service.nextPrice ?? price),
                format.date(nextInvoiceOn),
              ),
            },
          running && service.cancelOn !== null && { term: words.endsOn, value: day(service.cancelOn) },
          service.endedAt !== null && { term: words.endedOn, value: day(service.endedAt) },
          ...more,
        ]}
      />
    </Card>
  );
}

function useChoices({ options = [], addons = [] }: Partial<Chosen>): (Fact | false)[] {
  const { detail: words } = useText();
  const format = useFormat();
  const valueOf = ({ label, value }: Chosen['options'][number]) => {
    if (label) return format.words(label);
    if (typeof value === 'boolean') return words.yes;
    return typeof value === 'number' ? format.number(value) : value;
  };
  return [
    ...options
      .filter((option) => option.value !== false)
      .map((option) => ({ term: format.words(option.name), value: valueOf(option) })),
    addons.length > 0 && {
      term: words.addons,
      value: format.list(addons.map((addon) => format.words(addon.name))),
    },
  ];
}
