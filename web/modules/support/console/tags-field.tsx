import { useId, useState } from 'react';
import type { z } from 'zod';
import type { tagList } from '../../../../server/modules/support/contract.ts';
import { marked } from '../../../kernel/palette/letters.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { useText } from '../text/desk.ts';

const allowed = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The tags of a ticket: one is typed and added by Enter, or taken off again. */
export function TagsField({ tags, onTags }: { tags: readonly string[]; onTags: (tags: string[]) => void }) {
  const { work: words } = useText();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const known = useSideData<z.output<typeof tagList>>('/api/console/ticket-tags').data?.items ?? [];
  const list = useId();
  function add() {
    const tag = typed.trim().toLowerCase().replace(/\s+/g, '-');
    if (!allowed.test(tag)) return setError(words.tagWrong);
    setTyped('');
    setError(undefined);
    if (!tags.includes(tag)) onTags([...tags, tag]);
  }
  return (
    <div>
      {tags.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-1.5" aria-label={words.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                aria-label={words.tagRemove(tag)}
                className="inline-flex min-h-9 cursor-pointer items-center gap-1 rounded-full border border-line-control bg-surface px-3 text-13 hover:bg-sunken sm:min-h-8"
                onClick={() => onTags(tags.filter((one) => one !== tag))}
              >
                {tag}
                <Icon name="close" size={16} className="text-muted" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {tags.length < 10 && (
        <Field label={tags.length > 0 ? words.tagAdd : words.tags} hint={words.tagsHint} error={error}>
          {(ties) => (
            <input
              {...ties}
              {...marked('L', words.tagAdd)}
              list={list}
              value={typed}
              maxLength={40}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              enterKeyHint="done"
              className={inputClass}
              onChange={(event) => {
                setTyped(event.target.value);
                setError(undefined);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
              onBlur={() => typed.trim() && add()}
            />
          )}
        </Field>
      )}
      <datalist id={list}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
