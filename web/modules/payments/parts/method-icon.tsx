import type { MethodView } from '../../../../server/modules/payments/contract.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';

export type WayKind = MethodView['kind'] | 'transfer';

const icons: Record<WayKind, IconName> = {
  card: 'card',
  virtual_account: 'bank',
  qris: 'grid',
  ewallet: 'wallet',
  convenience_store: 'cart',
  crypto: 'key',
  hosted: 'external',
  transfer: 'swap',
};

export function MethodIcon({ kind }: { kind: WayKind }) {
  return (
    <span className="text-muted">
      <Icon name={icons[kind]} />
    </span>
  );
}
