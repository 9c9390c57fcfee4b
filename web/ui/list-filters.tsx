import type { ReactNode } from 'react';
import { noneOf, useSearch } from '../kernel/pages/search.ts';
import { Button } from './button.tsx';
import { FilterChips, type FilterChipsProps } from './filter-chips.tsx';
import { SearchBox } from './search-box.tsx';

/** Above a list: its search, one filter as chips, and what else narrows it. */
export function ListFilters({
  search,
  children,
  ...chips
}: FilterChipsProps & { search: string; children?: ReactNode }) {
  return (
    <div className="mb-3 flex flex-col gap-2 sm:flex-row sm:items-center">
      <div className="shrink-0 sm:w-72">
        <SearchBox label={search} />
      </div>
      <div className="min-w-0 grow">
        <FilterChips {...chips} />
      </div>
      {children}
    </div>
  );
}

/** Says what a link from elsewhere narrowed the list to, with the way back to all of it. */
export function NarrowedTo({
  names,
  back,
  children,
}: {
  /** The query parameters that do so. */
  names: readonly string[];
  back: string;
  children: ReactNode;
}) {
  const search = useSearch();
  if (!names.some((name) => search.get(name))) return null;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 text-body font-medium">
      {children}
      <Button weight="quiet" icon="close" onClick={() => search.set(noneOf(names))}>
        {back}
      </Button>
    </div>
  );
}
