import type { ReactNode } from 'react';
import { Card } from '../../../ui/card.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { Spinner } from '../../../ui/spinner.tsx';

const tones = {
  good: { look: 'bg-good-soft text-good', icon: 'done' },
  danger: { look: 'bg-danger-soft text-danger', icon: 'danger' },
  attention: { look: 'bg-attention-soft text-attention', icon: 'attention' },
  neutral: { look: 'bg-sunken text-muted', icon: 'clock' },
  info: { look: 'bg-info-soft text-info', icon: 'clock' },
  busy: { look: 'bg-info-soft text-info', icon: null },
} as const satisfies Record<string, { look: string; icon: IconName | null }>;

/** Where a payment stands, said so that nobody can miss it: what happened, what it means, what to do. */
export function BigState({
  tone,
  title,
  lead,
  children,
}: {
  tone: keyof typeof tones;
  title: ReactNode;
  lead: ReactNode;
  children?: ReactNode;
}) {
  const { look, icon } = tones[tone];
  return (
    <Card>
      <div role="status" className="flex items-start gap-4">
        <span className={`grid size-12 shrink-0 place-items-center rounded-full ${look}`}>
          {icon ? <Icon name={icon} size={24} /> : <Spinner />}
        </span>
        <div className="min-w-0 pt-0.5">
          <h2 className="text-20 text-balance">{title}</h2>
          <p className="mt-1 max-w-[60ch] text-body text-muted">{lead}</p>
        </div>
      </div>
      {children && <div className="mt-5">{children}</div>}
    </Card>
  );
}
