import { useEffect, useRef, useState } from 'react';
import { useSearch } from '../kernel/pages/search.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { Icon } from './icon.tsx';
import { inputClass } from './field.tsx';

/** Milliseconds without typing before the address (and with it the list) follows. */
const settle = 250;

/** Search of a page: the words are the query parameter `q`. `/` brings the cursor here. */
export function SearchBox({ label }: { label: string }) {
  const search = useSearch();
  const text = useKernelText();
  const inAddress = search.get('q') ?? '';
  const [typed, setTyped] = useState(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => setTyped(inAddress), [inAddress]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(words: string) {
    setTyped(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search.set({ q: words.trim() || null }), settle);
  }

  return (
    <div role="search" className="relative flex items-center">
      <span className="pointer-events-none absolute start-3 text-muted">
        <Icon name="search" size={18} />
      </span>
      <input
        type="search"
        data-page-search
        aria-label={label}
        placeholder={label}
        enterKeyHint="search"
        value={typed}
        onChange={(event) => type(event.target.value)}
        className={`${inputClass} ps-10 pe-10 [&::-webkit-search-cancel-button]:hidden`}
      />
      {typed && (
        <button
          type="button"
          aria-label={text.clearSearch}
          onClick={() => type('')}
          className="absolute end-0 grid h-full w-11 cursor-pointer place-items-center rounded text-muted hover:text-ink"
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </div>
  );
}
