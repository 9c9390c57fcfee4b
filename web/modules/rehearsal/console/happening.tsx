import type { ReactNode } from 'react';
import type { ClientRehearsal } from '../../../../server/modules/rehearsal/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/desk.ts';

type Item = ClientRehearsal['items'][number];
export type Kind = Item['kind'];

const good = 'text-good bg-good-soft';
const info = 'text-info bg-info-soft';
const attention = 'text-attention bg-attention-soft';
const danger = 'text-danger bg-danger-soft';

/** How each kind looks: its icon, and what it means. */
export const looks: Record<Kind, { icon: IconName; colors: string }> = {
  invoice: { icon: 'billing', colors: info },
  held_back: { icon: 'attention', colors: attention },
  credit: { icon: 'wallet', colors: good },
  charge: { icon: 'card', colors: good },
  decline: { icon: 'card', colors: danger },
  payment: { icon: 'check', colors: good },
  reminder: { icon: 'bell', colors: info },
  notice: { icon: 'mail', colors: attention },
  retry: { icon: 'refresh', colors: info },
  late_fee: { icon: 'plus', colors: attention },
  suspend: { icon: 'pause', colors: danger },
  resume: { icon: 'play', colors: good },
  terminate: { icon: 'stop', colors: danger },
  waits: { icon: 'clock', colors: attention },
  promise_broken: { icon: 'attention', colors: attention },
  void: { icon: 'close', colors: info },
  credit_note: { icon: 'close', colors: info },
  end: { icon: 'leave', colors: attention },
  price: { icon: 'tag', colors: info },
  terms: { icon: 'swap', colors: info },
  promotion_end: { icon: 'star', colors: info },
  leaving_fee: { icon: 'plus', colors: attention },
  term_over: { icon: 'check', colors: info },
  term_renewed: { icon: 'check', colors: good },
  pause: { icon: 'pause', colors: info },
  pause_over: { icon: 'play', colors: good },
};

/** In the order in which people look for them. */
export const kinds = Object.keys(looks) as Kind[];

/** What it is about, in one line: the invoice or the services, and what else is to be said of this kind. */
export function About({ item }: { item: Pick<Item, 'kind' | 'invoice' | 'services' | 'facts'> }): ReactNode {
  const words = useText();
  const format = useFormat();
  const { kind, invoice, services, facts } = item;
  const names = services.map((service) => format.words(service.names));
  const isOfServices = kind === 'suspend' || kind === 'terminate' || (!invoice?.number && names.length > 1);
  const parts = [
    invoice && !isOfServices ? (invoice.number ?? format.words(invoice.names)) : format.list(names),
    facts.period && words.period(format.date(facts.period.from), format.date(facts.period.to)),
    facts.dueOn && kind === 'invoice' && words.due(format.date(facts.dueOn)),
    facts.method,
    facts.until && words.until(format.date(facts.until)),
    facts.before && words.before(format.money(facts.before)),
    facts.begins && words.begins,
    ...(facts.reasons ?? []).map((reason) => words.reasons[reason]),
  ];
  return parts.filter(Boolean).join(' · ');
}
