import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useText } from '../text/index.ts';

interface Removable {
  id: string;
  title: string;
}

/** Asks before one of a list is removed for good. */
export function RemoveDialog(of: {
  /** Of the list. */
  url: string;
  one: Removable | null;
  words: { removeTitle: string; removeEffect: string; remove: string };
  onClose: () => void;
}) {
  const { url, one, words, onClose } = of;
  const { removed } = useText();
  const remove = useAct(({ id }: Removable) => api.delete(`${url}/${id}`), {
    refresh: [url],
    done: (_, { title }) => {
      onClose();
      toast({ words: removed(title) });
    },
  });
  return (
    <ConfirmDialog
      open={one !== null}
      onClose={onClose}
      title={words.removeTitle}
      effect={words.removeEffect}
      verb={words.remove}
      destructive
      busy={remove.busy}
      onConfirm={() => one && void remove.run(one)}
    />
  );
}
