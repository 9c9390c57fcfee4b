import { lazy, Suspense, useState } from 'react';
import type { Factors, NewCodes } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { Time } from '../../../ui/time.tsx';
import { useFactorText } from '../text/factors.ts';
import { FactorLine } from './factor-row.tsx';
import { factorsUrl } from './factors-url.ts';

const AddPhone = lazy(async () => ({ default: (await import('./add-phone.tsx')).AddPhone }));

/** Codes to a phone: offered where somebody sends them, shown where there is a number. */
export function PhoneCodes({
  factors: { phone, texting },
  stays,
  onCodes,
}: {
  factors: Factors;
  /** Why it cannot be removed. */
  stays: string | null;
  onCodes: (codes: NewCodes) => void;
}) {
  const text = useFactorText();
  const { phone: words } = text;
  const [open, setOpen] = useState<'add' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const remove = useAct(() => api.delete('/api/me/phone'), {
    refresh: [factorsUrl],
    done: () => {
      close();
      toast({ words: words.removed });
    },
  });
  if (!phone && texting.length === 0) return null;
  return (
    <>
      <FactorLine
        icon="phone"
        name={phone ? words.named(words.channels[phone.channel], phone.ending) : words.what}
        detail={
          phone ? (
            <>
              {words.risk}{' '}
              {phone.usedAt && (
                <span className="whitespace-nowrap">
                  · {text.used} <Time value={phone.usedAt} />
                </span>
              )}
            </>
          ) : (
            words.risk
          )
        }
        act={
          phone ? (
            <MoreMenu
              label={text.actions(words.what)}
              groups={[
                [
                  {
                    label: words.change,
                    icon: 'edit',
                    reason: texting.length === 0 ? words.off : null,
                    run: () => setOpen('add'),
                  },
                ],
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
          ) : (
            <Button weight="secondary" onClick={() => setOpen('add')}>
              {words.set}
            </Button>
          )
        }
      />
      <Suspense fallback={null}>
        {open === 'add' && (
          <AddPhone channels={texting} change={phone !== null} onClose={close} onCodes={onCodes} />
        )}
      </Suspense>
      <ConfirmDialog
        open={open === 'remove'}
        onClose={close}
        title={words.removeTitle}
        effect={text.removeEffect}
        verb={text.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(undefined)}
      />
    </>
  );
}
