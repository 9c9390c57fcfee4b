import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './status-chip.tsx';
import { Time } from './time.tsx';

export interface Happening {
  id: string;
  /** What happened, in plain words. */
  words: ReactNode;
  at: string;
  icon?: IconName;
  tone?: Tone;
  /** Who did it, when a person did. */
  by?: string | null;
  detail?: ReactNode;
}

const colors: Record<Tone, string> = {
  good: 'text-good',
  attention: 'text-attention',
  danger: 'text-danger',
  info: 'text-info',
  neutral: 'text-muted',
};

/** What happened, newest first. */
export function Timeline({ items }: { items: readonly Happening[] }) {
  return (
    <ol className="text-body">
      {items.map((item) => (
        <li key={item.id} className="group relative flex gap-3 pb-5 last:pb-0">
          <span
            className="absolute start-4 top-8 bottom-0 w-px bg-line group-last:hidden"
            aria-hidden="true"
          />
          <span
            className={`grid size-8 shrink-0 place-items-center rounded-full border border-line bg-surface ${colors[item.tone ?? 'neutral']}`}
          >
            <Icon name={item.icon ?? 'clock'} size={16} />
          </span>
          <div className="min-w-0 pt-1">
            <p>{item.words}</p>
            <p className="text-13 text-muted">
              <Time value={item.at} />
              {item.by && ` · ${item.by}`}
            </p>
            {item.detail && <div className="mt-1 text-13 text-muted">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
