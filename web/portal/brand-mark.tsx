import { brand } from '../kernel/session/brand.ts';

/** The business's logo, or its name in type. */
export function BrandMark() {
  const { name, logo } = brand.use();
  if (logo) return <img src={logo} alt={name} className="h-7 w-auto max-w-40" />;
  return (
    <span className="flex items-center gap-2.5">
      <span
        aria-hidden="true"
        className="grid size-7 place-items-center rounded bg-accent text-14 font-bold text-on-accent"
      >
        {name[0]}
      </span>
      <span className="truncate text-16 font-bold tracking-tight">{name}</span>
    </span>
  );
}
