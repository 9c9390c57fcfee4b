import type { ReactNode } from 'react';
import { useTitle } from '../../../kernel/pages/title.ts';

/** The one card of a page before signing in. */
export function BareCard({
  title,
  lead,
  children,
  foot,
}: {
  title: string;
  lead?: string;
  children?: ReactNode;
  foot?: ReactNode;
}) {
  useTitle(title);
  return (
    <>
      <div className="rounded border border-line bg-surface p-5 sm:p-8">
        <h1 className="text-26">{title}</h1>
        {lead && <p className="mt-1 text-body text-muted">{lead}</p>}
        {children && <div className="mt-6">{children}</div>}
      </div>
      {foot && <div className="mt-5 text-center text-body text-muted">{foot}</div>}
    </>
  );
}
