import { useSearch } from '../../../kernel/pages/search.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { useText } from '../text/index.ts';

/** Search, one filter as chips, and the client the list was opened for. */
export function DeskFilters({
  search: label,
  name,
  filter,
  choices,
}: {
  search: string;
  name: string;
  filter: string;
  choices: readonly { value: string; label: string }[];
}) {
  const { desk: words } = useText();
  const search = useSearch();
  return (
    <div className="mb-3 flex flex-col gap-2">
      <div className="flex flex-col gap-2 sm:flex-row sm:items-center">
        <div className="sm:w-72">
          <SearchBox label={label} />
        </div>
        <div className="min-w-0 grow">
          <FilterChips name={name} label={filter} choices={choices} />
        </div>
      </div>
      {search.get('client') && (
        <div className="flex flex-wrap items-center gap-2 text-body">
          <span className="font-medium">{words.onlyClient}</span>
          <Button weight="quiet" icon="close" onClick={() => search.set({ client: null })}>
            {words.allClients}
          </Button>
        </div>
      )}
    </div>
  );
}
