import { useState } from 'react';
import type { ClientServiceDetail } from '../../../../server/modules/services/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import type { MenuItem } from '../../../ui/menu-item.ts';
import { useText } from '../text/index.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { SuspendDialog } from './suspend-dialog.tsx';

interface Props {
  service: ClientServiceDetail;
  url: string;
}

/** Everything staff may do with a service; what cannot be done now says why. */
export function ServiceActs({ service, url }: Props) {
  const { desk: words, held } = useText();
  const text = useKernelText();
  const [open, setOpen] = useState<'activate' | 'suspend' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  const activate = usePlainAct(url, 'activate', words.activated, close);
  const keep = usePlainAct(url, 'keep', words.kept, close);
  const lift = useAct((body: { reason: string }, key) => api.post(`${url}/lift`, body, key), {
    refresh: ['/api/console/services'],
    done: () => toast({ words: words.lifted }),
  });
  const { can, state, suspendedFor } = service;
  const why = (ability: true | { no: string }) => (ability === true ? null : reasonWords(ability.no));
  const lifts = suspendedFor.map((reason): MenuItem => ({
    label: words.lift(held[reason]),
    icon: 'play',
    run: () => void lift.run({ reason }),
    reason: why(can.lift),
  }));
  const acts: MenuItem[] = [
    ...(state === 'pending'
      ? [
          {
            label: words.activate,
            icon: 'check' as const,
            run: () => setOpen('activate'),
            reason: why(can.activate),
          },
        ]
      : []),
    { label: words.suspend, icon: 'pause', run: () => setOpen('suspend'), reason: why(can.suspend) },
    ...lifts,
  ];
  const ends: MenuItem[] = [
    ...(state === 'cancel_scheduled'
      ? [
          {
            label: words.keep,
            icon: 'check' as const,
            run: () => void keep.run(undefined),
            reason: why(can.keep),
          },
        ]
      : []),
    {
      label: words.cancel,
      icon: 'close',
      destructive: true,
      run: () => setOpen('cancel'),
      reason: why(can.cancelNow),
    },
  ];
  return (
    <>
      <MoreMenu label={text.moreActions} groups={[acts, ends]} />
      <ConfirmDialog
        open={open === 'activate'}
        onClose={close}
        title={words.activateTitle}
        effect={words.activateEffect}
        verb={words.activateAct}
        busy={activate.busy}
        onConfirm={() => void activate.run(undefined)}
      />
      <SuspendDialog open={open === 'suspend'} onClose={close} url={url} />
      <CancelDialog open={open === 'cancel'} onClose={close} url={url} service={service} />
    </>
  );
}

function usePlainAct(url: string, act: 'activate' | 'keep', done: string, close: () => void) {
  return useAct((_: undefined, key) => api.post(`${url}/${act}`, undefined, key), {
    refresh: ['/api/console/services'],
    done: () => {
      close();
      toast({ words: done });
    },
  });
}
