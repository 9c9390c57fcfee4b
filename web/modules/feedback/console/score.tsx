import { useDeskText } from '../text/desk.ts';

/** A score at a glance, and in words for those who do not see the stars. */
export function Score({ value }: { value: number }) {
  const words = useDeskText();
  return (
    <span className="whitespace-nowrap" title={words.score(value)}>
      <span aria-hidden className={value <= 2 ? 'text-danger' : 'text-accent-text'}>
        {'★'.repeat(value)}
        <span className="text-muted">{'☆'.repeat(5 - value)}</span>
      </span>
      <span className="sr-only">{words.score(value)}</span>
    </span>
  );
}
