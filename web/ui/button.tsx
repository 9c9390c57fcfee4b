import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
import { Link, type LinkProps } from '../kernel/pages/link.tsx';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import { Spinner } from './spinner.tsx';

/** `primary` once per page; `secondary` beside it; `quiet` in rows and headers; `destructive` for what cannot be undone. */
export type Weight = 'primary' | 'secondary' | 'quiet' | 'destructive';

const weights: Record<Weight, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'bg-surface text-ink border border-line-control hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  destructive: 'bg-danger-solid text-white hover:bg-danger-solid-hover',
};

export function buttonClass(weight: Weight, wide?: boolean, className?: string): string {
  return classes(
    'inline-flex items-center justify-center gap-2 rounded px-4 min-h-11 sm:min-h-9 font-medium text-body',
    'cursor-pointer no-underline text-center transition-colors duration-150',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    weights[weight],
    wide && 'w-full',
    className,
  );
}

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** A verb with its object and sum: “Pay Rp1.110.000”. */
  children: ReactNode;
  weight?: Weight;
  icon?: IconName;
  busy?: boolean;
  /** Why it cannot be done now. The button stays reachable by keyboard, so that the reason can be read. */
  reason?: string | null;
  wide?: boolean;
}

export function Button(props: ButtonProps) {
  const {
    children,
    weight = 'primary',
    icon,
    busy = false,
    reason,
    wide,
    className,
    onClick,
    type,
    ...rest
  } = props;
  const reasonId = useId();
  const blocked = busy || Boolean(reason);
  return (
    <span className={classes('inline-flex flex-col gap-1', wide && 'w-full')}>
      <button
        {...rest}
        type={type ?? 'button'}
        className={buttonClass(weight, wide, className)}
        aria-disabled={blocked || undefined}
        aria-busy={busy || undefined}
        aria-describedby={reason ? reasonId : rest['aria-describedby']}
        onClick={(event) => (blocked ? event.preventDefault() : onClick?.(event))}
      >
        {busy ? <Spinner /> : icon && <Icon name={icon} size={18} />}
        {children}
      </button>
      {reason && (
        <span id={reasonId} className="text-13 text-muted">
          {reason}
        </span>
      )}
    </span>
  );
}

export function LinkButton({
  children,
  weight = 'primary',
  icon,
  wide,
  className,
  ...rest
}: LinkProps & { weight?: Weight; icon?: IconName; wide?: boolean }) {
  return (
    <Link {...rest} className={buttonClass(weight, wide, className)}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </Link>
  );
}

/** A square button of an icon; `label` is its name for everyone who does not see the icon. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { icon: IconName; label: string }) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={classes(
        'inline-grid size-11 shrink-0 cursor-pointer place-items-center rounded text-muted sm:size-9',
        'transition-colors duration-150 hover:bg-sunken hover:text-ink disabled:cursor-not-allowed disabled:opacity-55',
        className,
      )}
    >
      <Icon name={icon} />
    </button>
  );
}
