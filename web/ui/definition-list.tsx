import type { ReactNode } from 'react';
import { Breakable } from './breakable.tsx';

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Key facts of a record; those without a value are left out. */
export function DefinitionList({ facts }: { facts: readonly (Fact | null | false)[] }) {
  return (
    <dl className="divide-y divide-line text-body">
      {facts.map(
        (fact) =>
          fact && (
            <div
              key={fact.term}
              className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 py-2.5 first:pt-0 last:pb-0"
            >
              <dt className="text-muted">{fact.term}</dt>
              <dd className="min-w-0 text-end font-medium [overflow-wrap:anywhere]">
                {typeof fact.value === 'string' ? <Breakable words={fact.value} /> : fact.value}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
