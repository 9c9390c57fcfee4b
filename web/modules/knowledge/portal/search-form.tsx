import type { FormEvent } from 'react';
import { goTo } from '../../../kernel/pages/link.tsx';
import type { KnowledgePaths } from '../../../kernel/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

/** A search that is sent, not followed letter by letter: it works without script, and a search without result means something. */
export function SearchForm({ to, q = '', large }: { to: KnowledgePaths; q?: string; large?: boolean }) {
  const { read: words } = useText();
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('q');
    goTo(to.knowledgeSearch({ q: typeof typed === 'string' ? typed.trim() : '' }));
  }
  return (
    <form
      role="search"
      method="get"
      action={to.knowledgeSearch()}
      className="flex max-w-xl gap-2"
      onSubmit={send}
    >
      <label className="relative flex grow items-center">
        <span className="sr-only">{words.searchLabel}</span>
        <span className="pointer-events-none absolute start-3 text-muted">
          <Icon name="search" size={18} />
        </span>
        <input
          key={q}
          type="search"
          name="q"
          data-page-search
          defaultValue={q}
          placeholder={words.placeholder}
          enterKeyHint="search"
          maxLength={200}
          className={`${inputClass} ps-10 ${large ? 'sm:min-h-11 sm:text-16' : ''}`}
        />
      </label>
      <Button type="submit" className={large ? 'sm:min-h-11' : ''}>
        {words.search}
      </Button>
    </form>
  );
}
