import { useKernelText } from '../kernel/text/index.ts';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

/**
 * Where one is in a flow: named steps, those behind ticked. On phones only the present one is named.
 * `now` equal to the number of steps: all are behind.
 */
export function Steps({ label, names, now }: { label: string; names: readonly string[]; now: number }) {
  const text = useKernelText();
  return (
    <nav aria-label={label} className="mb-5">
      <p className="mb-2 text-13 text-muted sm:hidden">
        {now < names.length && <>{text.step(now + 1, names.length)} · </>}
        <span className="font-medium text-ink">{names[now] ?? names.at(-1)}</span>
      </p>
      <ol className="flex gap-2 sm:gap-4">
        {names.map((name, index) => (
          <li
            key={name}
            aria-current={index === now ? 'step' : undefined}
            className={classes(
              'flex flex-1 items-center gap-2 border-t-3 pt-2 text-body sm:flex-none sm:border-0 sm:pt-0',
              index <= now ? 'border-accent' : 'border-line',
              index === now ? 'font-medium' : 'text-muted',
            )}
          >
            <span
              className={classes(
                'hidden size-6 place-items-center rounded-full text-13 font-medium sm:grid',
                index < now && 'bg-accent-soft text-accent-text',
                index === now && 'bg-accent text-on-accent',
                index > now && 'bg-sunken text-muted',
              )}
            >
              {index < now ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <span className="sr-only sm:not-sr-only">{name}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
