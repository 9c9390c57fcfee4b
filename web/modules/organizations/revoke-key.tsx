import type { KeyItem } from '../../../server/modules/organizations/key-contract.ts';
import { api } from '../../kernel/api/client.ts';
import { useAct } from '../../kernel/query/use-act.ts';
import { toast } from '../../kernel/toast.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useText } from './text/index.ts';

/** Asks before a key is revoked; `url` is the list it stands in. */
export function RevokeKey({
  item,
  url,
  onClose,
}: {
  item: KeyItem | null;
  url: string;
  onClose: () => void;
}) {
  const { keys: words } = useText();
  const revoke = useAct((key: KeyItem) => api.delete(`${url}/${key.id}`), {
    refresh: [url],
    done: (_, { name }) => {
      onClose();
      toast({ words: words.revoked(name) });
    },
  });
  return (
    <ConfirmDialog
      open={item !== null}
      onClose={onClose}
      title={words.revokeOf(item?.name ?? '')}
      effect={words.revokeEffect}
      verb={words.revoke}
      destructive
      busy={revoke.busy}
      onConfirm={() => void (item && revoke.run(item))}
    />
  );
}
