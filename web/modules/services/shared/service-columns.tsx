import type { ServiceItem } from '../../../../server/modules/services/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/index.ts';
import { ServiceState } from './service-state.tsx';

/** How a client calls a service, and what else tells it from others: its address, else its plan. */
export function useServiceName() {
  const format = useFormat();
  return ({ label, names, facts }: Pick<ServiceItem, 'label' | 'names' | 'facts'>) => {
    const plan = format.words(names);
    const address = facts.hostname ?? facts.host ?? facts.domain ?? facts.address;
    return { name: label || plan, more: [label && plan, address].filter(Boolean).join(' · ') };
  };
}

/** What a service is in any list: name, how long it is paid, state, price. */
export function useServiceColumns<Row extends ServiceItem>({ desk = false } = {}): Column<Row>[] {
  const { list: words, per, cycles } = useText();
  const format = useFormat();
  const nameOf = useServiceName();
  const untilOf = ({ state, cancelOn, trialEndsOn, paidThrough, cycle, pause }: ServiceItem) => {
    if (state === 'ended') return words.ended;
    if (state === 'pending') return words.notYet;
    if (state === 'paused')
      return pause?.resumeOn ? words.pausedUntil(format.date(pause.resumeOn)) : words.paused;
    if (cancelOn) return words.ends(format.date(cancelOn));
    if (state === 'trialing' && trialEndsOn) return words.trialUntil(format.date(trialEndsOn));
    return paidThrough && cycle !== 'one_time' ? words.paidUntil(format.date(paidThrough)) : words.noEnd;
  };
  return [
    {
      key: 'service',
      header: words.service,
      card: 'title',
      cell: (service) => {
        const { name, more } = nameOf(service);
        return (
          <span className="block min-w-0">
            <span className="block font-medium break-words">{name}</span>
            {more && (
              <span
                className="block max-w-44 truncate text-13 font-normal text-muted as-table:max-w-80"
                title={more}
              >
                {more}
              </span>
            )}
          </span>
        );
      },
    },
    {
      key: 'until',
      header: words.until,
      card: 'when',
      cell: (service) => <span className="as-table:whitespace-nowrap">{untilOf(service)}</span>,
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: (service) => <ServiceState service={service} desk={desk} />,
    },
    {
      key: 'price',
      header: words.price,
      card: 'figure',
      align: 'end',
      cell: ({ price, cycle }) =>
        price.amount === 0 ? (
          // What is paid once has nothing to pay each period, which does not make it free.
          <span className="text-muted">{cycle === 'one_time' ? cycles[cycle] : words.free}</span>
        ) : (
          <>
            <span className="font-medium">
              <MoneyText value={price} />
            </span>{' '}
            <span className="text-13 text-muted">{per[cycle]}</span>
          </>
        ),
    },
  ];
}
