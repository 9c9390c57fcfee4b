/** First letters of a person's or company's name; `PT` and the like say nothing and are skipped. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word && !/^(pt|cv|ud|tbk|mr|mrs)\.?$/i.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}

/** Always beside the name it stands for, so it is decoration. */
export function Avatar({ name, square, size = 32 }: { name: string; square?: boolean; size?: 24 | 32 | 40 }) {
  return (
    <span
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: size * 0.4 }}
      className={`inline-grid shrink-0 place-items-center bg-accent-soft font-medium text-accent-text ${square ? 'rounded' : 'rounded-full'}`}
    >
      {initials(name)}
    </span>
  );
}
