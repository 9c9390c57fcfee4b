import type {
  MethodView,
  PayBody,
  PaymentOptions,
  SavedMethodView,
} from '../../../../server/modules/payments/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { WayKind } from '../parts/method-icon.tsx';
import { useText } from '../text/index.ts';

/** One way to pay an invoice, as a choice. `how` is null for a transfer that is only reported. */
export interface Way {
  value: string;
  kind: WayKind;
  label: string;
  hint: string;
  reason?: string;
  how: PayBody | null;
  canSave: boolean;
  flow: MethodView['flow'];
}

/** What is kept comes first, then the gateways' methods, then the transfer that people check. */
export function useWays(
  { saved, methods }: Pick<PaymentOptions, 'saved' | 'methods'>,
  hasAccounts: boolean,
): Way[] {
  const { pay: words, kinds } = useText();
  const format = useFormat();
  const ways = methods.map((method): Way => {
    const { gateway, id, kind, label, flow, canSave, can } = method;
    return {
      value: `${gateway}/${id}`,
      kind,
      label: format.words(label),
      hint: kinds[kind],
      how: { gateway, method: id, save: false },
      canSave,
      flow,
      ...(can.pay === true ? {} : { reason: reasonWords(can.pay.no) }),
    };
  });
  const kept = saved.map((method): Way => {
    const sameKind = ways.find(
      ({ how, kind }) => kind === method.kind && how && 'gateway' in how && how.gateway === method.gateway,
    );
    const reason = method.expiry === 'past' ? words.hasExpired : sameKind?.reason;
    return {
      value: method.id,
      kind: method.kind,
      label: cardName(method),
      hint: [
        method.isDefault && words.isDefault,
        method.expiry === 'soon' ? words.expiresSoon(format.date(method.expiresOn!)) : words.savedHint,
      ]
        .filter(Boolean)
        .join(' · '),
      how: { savedMethod: method.id as never },
      canSave: false,
      flow: 'redirect',
      ...(reason ? { reason } : {}),
    };
  });
  const transfer: Way = {
    value: 'transfer',
    kind: 'transfer',
    label: words.transfer,
    hint: words.transferHint,
    how: null,
    canSave: false,
    flow: 'push',
  };
  return [...kept, ...ways, ...(hasAccounts ? [transfer] : [])];
}

export function cardName({ brand, last4 }: Pick<SavedMethodView, 'brand' | 'last4'>): string {
  return `${brand} •••• ${last4}`;
}
