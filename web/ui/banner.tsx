import type { ReactNode } from 'react';
import { useKernelText } from '../kernel/text/index.ts';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

const tones = {
  attention: { box: 'border-attention-line bg-attention-soft', icon: 'attention', color: 'text-attention' },
  danger: { box: 'border-danger-line bg-danger-soft', icon: 'danger', color: 'text-danger' },
  info: { box: 'border-info-line bg-info-soft', icon: 'info', color: 'text-info' },
  good: { box: 'border-good-line bg-good-soft', icon: 'done', color: 'text-good' },
} as const satisfies Record<string, { box: string; icon: IconName; color: string }>;

/** A quiet notice above a page or in a card: what is the matter, and the one act that helps. */
export function Banner({
  tone,
  title,
  children,
  act,
  onDismiss,
}: {
  tone: keyof typeof tones;
  title: string;
  children?: ReactNode;
  act?: ReactNode;
  onDismiss?: () => void;
}) {
  const text = useKernelText();
  const look = tones[tone];
  return (
    <div
      className={classes(
        'flex items-start gap-3 rounded border p-3 ps-4 text-body',
        !children && 'sm:items-center',
        look.box,
      )}
    >
      <span className={classes('mt-0.5', !children && 'sm:mt-0', look.color)}>
        <Icon name={look.icon} />
      </span>
      <div className="flex min-w-0 grow flex-col gap-x-4 gap-y-2 sm:flex-row sm:items-center">
        <div className="min-w-0 grow">
          <p className="font-medium">{title}</p>
          {children && <div className="text-muted">{children}</div>}
        </div>
        {act}
      </div>
      {onDismiss && <IconButton icon="close" label={text.close} className="-my-1.5" onClick={onDismiss} />}
    </div>
  );
}
