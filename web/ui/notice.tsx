import type { ReactNode } from 'react';

/** Something to know, alone on its page. */
export function Notice({
  title,
  lead,
  hint,
  children,
}: {
  title: string;
  lead: string;
  hint?: string;
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-md rounded border border-line bg-surface p-5 sm:p-8" role="status">
      <h1 className="text-26 text-balance">{title}</h1>
      <p className="mt-1 text-body [overflow-wrap:anywhere]">{lead}</p>
      {hint && <p className="mt-3 text-13 text-muted">{hint}</p>}
      {children && <div className="mt-6 flex flex-col gap-2">{children}</div>}
    </div>
  );
}
