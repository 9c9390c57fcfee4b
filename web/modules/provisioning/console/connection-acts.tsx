import { useState } from 'react';
import type { Connection, Driver } from '../../../../server/modules/provisioning/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { useText } from '../text/index.ts';
import { ConnectionForm } from './connection-form.tsx';
import { PlanList } from './plan-list.tsx';

const all = '/api/console/provisioning/connections';

export function ConnectionActs({ connection, driver }: { connection: Connection; driver: Driver }) {
  const { connections: words } = useText();
  const text = useKernelText();
  const [open, setOpen] = useState<'edit' | 'plans' | 'archive' | null>(null);
  const close = () => setOpen(null);
  const { id, name, archived, version, services } = connection;
  const archive = useAct((to: boolean) => api.patch<Connection>(`${all}/${id}`, { archived: to }, version), {
    refresh: [all],
    done: (_, to) => {
      close();
      toast({ words: to ? words.archivedNow : words.restored });
    },
  });
  return (
    <>
      <MoreMenu
        label={`${text.moreActions}: ${name}`}
        groups={[
          archived
            ? []
            : [
                { label: words.editTitle(name), icon: 'edit', run: () => setOpen('edit') },
                { label: words.check, icon: 'link', run: () => setOpen('plans') },
              ],
          [
            archived
              ? { label: words.restore, icon: 'refresh', run: () => void archive.run(false) }
              : { label: words.archive, icon: 'box', run: () => setOpen('archive') },
          ],
        ]}
      />
      <Dialog open={open === 'edit'} onClose={close} title={words.editTitle(name)}>
        <ConnectionForm
          driver={driver}
          initial={connection}
          verb={text.save}
          send={(body) => api.patch<Connection>(`${all}/${id}`, body, version)}
          done={() => {
            close();
            toast({ words: words.saved });
          }}
        />
      </Dialog>
      <Dialog open={open === 'plans'} onClose={close} title={name}>
        <PlanList url={`${all}/${id}/plans`} />
      </Dialog>
      <ConfirmDialog
        open={open === 'archive'}
        onClose={close}
        title={words.archiveTitle(name)}
        effect={words.archiveEffect(services)}
        verb={words.archiveAct}
        busy={archive.busy}
        onConfirm={() => void archive.run(true)}
      />
    </>
  );
}
