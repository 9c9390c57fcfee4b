import { classes } from './classes.ts';
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
      aria-hidden="true"
      className={classes('icon', className)}
    >
      <path d={icons[name]} />
    </svg>
  );
}
