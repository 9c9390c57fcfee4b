import { type ReactNode, useState } from 'react';
import type { Factor } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { Time } from '../../../ui/time.tsx';
import { useFactorText } from '../text/factors.ts';
import { factorsUrl } from './factors-url.ts';

/** One line of the list: a sign, what it is, and what one can do about it. */
export function FactorLine({
  icon,
  name,
  detail,
  act,
}: {
  icon: IconName;
  name: ReactNode;
  detail?: ReactNode;
  act?: ReactNode;
}) {
  return (
    <li className="flex items-center gap-3 px-4 py-3.5 sm:px-5">
      <span className="grid size-10 shrink-0 place-items-center rounded bg-sunken text-muted">
        <Icon name={icon} />
      </span>
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-40 flex-1 text-body">
          <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
          {detail && <p className="text-13 text-muted">{detail}</p>}
        </div>
        {act}
      </div>
    </li>
  );
}

/** Something that was added, with its name, which can be changed, and its end. */
export function FactorRow({
  factor,
  icon,
  what,
  stays,
  url,
}: {
  factor: Factor;
  icon: IconName;
  what: string;
  /** Why it cannot be removed. */
  stays: string | null;
  url: string;
}) {
  const text = useFactorText();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const remove = useAct(() => api.delete(url), {
    refresh: [factorsUrl],
    done: () => {
      close();
      toast({ words: text.removed(factor.name) });
    },
  });
  return (
    <>
      <FactorLine
        icon={icon}
        name={factor.name}
        detail={
          <>
            {what} ·{' '}
            {factor.usedAt ? (
              <>
                {text.used} <Time value={factor.usedAt} />
              </>
            ) : (
              text.neverUsed
            )}
          </>
        }
        act={
          <MoreMenu
            label={text.actions(factor.name)}
            groups={[
              [{ label: text.rename, icon: 'edit', run: () => setOpen('rename') }],
              [
                {
                  label: text.remove,
                  icon: 'trash',
                  destructive: true,
                  reason: stays,
                  run: () => setOpen('remove'),
                },
              ],
            ]}
          />
        }
      />
      {open === 'rename' && <Rename factor={factor} url={url} onClose={close} />}
      <ConfirmDialog
        open={open === 'remove'}
        onClose={close}
        title={text.removeTitle(factor.name)}
        effect={text.removeEffect}
        verb={text.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(undefined)}
      />
    </>
  );
}

function Rename({ factor, url, onClose }: { factor: Factor; url: string; onClose: () => void }) {
  const text = useFactorText();
  const { save } = useKernelText();
  const form = useForm({
    initial: { name: factor.name },
    send: (values) => api.patch<void>(url, values),
    refresh: [factorsUrl],
    done: () => {
      onClose();
      toast({ words: text.renamed });
    },
  });
  return (
    <Dialog open onClose={onClose} title={text.rename}>
      <Form form={form}>
        <TextField {...form.field('name')} label={text.name} maxLength={60} autoComplete="off" />
        <Button type="submit" wide busy={form.busy}>
          {save}
        </Button>
      </Form>
    </Dialog>
  );
}
