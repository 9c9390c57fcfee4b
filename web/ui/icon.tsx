import { icons } from './icons.ts';

export type IconName = keyof typeof icons;

/** Decoration beside a word; an icon that stands alone gets its words from the button around it. */
export function Icon({
  name,
  size = 20,
  className,
}: {
  name: IconName;
  size?: 16 | 18 | 20 | 24 | 32;
  className?: string;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size > 24 ? 1.4 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className ?? ''}`}
    >
      <path d={icons[name]} />
    </svg>
  );
}
