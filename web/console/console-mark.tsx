import { brand } from '../kernel/session/brand.ts';
import { useConsoleText } from './text/index.ts';

/** Whose console this is, told apart from the portal at a glance. */
export function ConsoleMark({ narrow }: { narrow: boolean }) {
  const { name } = brand.use();
  const text = useConsoleText();
  return (
    <div className="flex min-h-9 items-center gap-2.5 px-1.5">
      <span
        aria-hidden="true"
        className="grid size-7 shrink-0 place-items-center rounded bg-ink text-14 font-bold text-page"
      >
        {name[0]}
      </span>
      {!narrow && (
        <span className="min-w-0">
          <span className="block truncate text-14 leading-tight font-bold">{name}</span>
          <span className="block text-12 leading-tight text-muted">{text.badge}</span>
        </span>
      )}
    </div>
  );
}
