import type { Order } from '../../../../server/modules/orders/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Timeline } from '../../../ui/timeline.tsx';
import type { Tone } from '../../../ui/status-chip.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

type Kind = Order['timeline'][number]['kind'];

const looks: Record<Kind, { icon: IconName; tone?: Tone }> = {
  placed: { icon: 'cart' },
  approved: { icon: 'check', tone: 'good' },
  invoice_issued: { icon: 'billing' },
  paid: { icon: 'wallet', tone: 'good' },
  accepted: { icon: 'check', tone: 'info' },
  service_started: { icon: 'bolt', tone: 'info' },
  service_ready: { icon: 'done', tone: 'good' },
  service_failed: { icon: 'attention', tone: 'attention' },
  fulfilled: { icon: 'done', tone: 'good' },
  canceled: { icon: 'close' },
};

/** What happened to an order, in plain words, newest first. */
export function OrderTimeline({ timeline }: Pick<Order, 'timeline'>) {
  const { happenings } = useText();
  const format = useFormat();
  const items = timeline.map(({ at, kind, names }, index) => {
    const words = happenings[kind];
    return {
      id: `${index} ${kind}`,
      at,
      ...looks[kind],
      words: typeof words === 'function' ? words(names ? format.words(names) : '') : words,
    };
  });
  return <Timeline items={items.toReversed()} />;
}
