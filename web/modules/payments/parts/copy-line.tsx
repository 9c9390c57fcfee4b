import type { ReactNode } from 'react';
import { CopyButton } from '../../../ui/copy-button.tsx';

/** A figure that is typed elsewhere: large, and copied by one press. `value` is what is copied. */
export function CopyLine({ term, value, children }: { term: string; value: string; children?: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <dt className="text-13 text-muted">{term}</dt>
        <dd className="text-20 font-bold tracking-wide tabular-nums [overflow-wrap:anywhere]">
          {children ?? value}
        </dd>
      </div>
      <CopyButton value={value} what={term} />
    </div>
  );
}
