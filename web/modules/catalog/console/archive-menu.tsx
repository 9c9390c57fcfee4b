import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { useText } from '../text/index.ts';

/** Edit, archive and bring back: what can be done with anything in the catalog. */
export function ArchiveMenu({
  url,
  name,
  version,
  archivedAt,
  onEdit,
  onPrices,
}: {
  /** Where the thing is changed. */
  url: string;
  name: string;
  version: number;
  archivedAt: string | null;
  onEdit?: () => void;
  /** Shows what it cost and is going to cost. */
  onPrices?: (() => void) | undefined;
}) {
  const { product: words } = useText();
  const [asking, setAsking] = useState(false);
  const save = useAct((body: { archived: boolean }) => api.patch(url, body, version), {
    refresh: ['/api/console/catalog'],
    done: (_, { archived }) => {
      setAsking(false);
      toast({ words: archived ? words.archivedDone(name) : words.restoredDone(name) });
    },
  });
  const edit = onEdit ? [{ label: words.edit(name), icon: 'edit' as const, run: onEdit }] : [];
  const prices = onPrices ? [{ label: words.prices, icon: 'history' as const, run: onPrices }] : [];
  return (
    <>
      <MoreMenu
        label={`${words.more}: ${name}`}
        groups={[
          [...edit, ...prices],
          [
            archivedAt
              ? { label: words.restore, icon: 'refresh', run: () => void save.run({ archived: false }) }
              : { label: words.archive, icon: 'box', run: () => setAsking(true) },
          ],
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.archiveTitle(name)}
        effect={words.archiveEffect}
        verb={words.archive}
        busy={save.busy}
        onConfirm={() => void save.run({ archived: true })}
      />
    </>
  );
}
