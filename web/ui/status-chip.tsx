import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

/** What a state means to the reader; color never speaks alone. */
export type Tone = 'good' | 'attention' | 'danger' | 'info' | 'neutral';

const tones: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  attention: 'bg-attention-soft text-attention',
  danger: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
  neutral: 'bg-sunken text-muted',
};

const icons: Record<Tone, IconName> = {
  good: 'done',
  attention: 'attention',
  danger: 'danger',
  info: 'info',
  neutral: 'clock',
};

export function StatusChip({ tone, icon, children }: { tone: Tone; icon?: IconName; children: string }) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 rounded-full py-0.5 ps-1.5 pe-2.5 text-13 font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      <Icon name={icon ?? icons[tone]} size={16} />
      {children}
    </span>
  );
}

/** A count beside a name; says nothing when it is zero. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null;
  return (
    <span className="inline-grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 text-12 font-medium text-on-accent">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
