import type { ReactNode } from 'react';
import { useTitle } from '../kernel/pages/title.ts';
import { type Crumb, Breadcrumbs } from './breadcrumbs.tsx';

export interface PageHeaderProps {
  title: string;
  /** Beside the title: the state chip of a record. */
  state?: ReactNode;
  /** One line under the title. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** The one primary act: at the right, on phones at the bottom of the screen. */
  act?: ReactNode;
  /** Secondary acts: a `Menu`, quiet buttons. */
  aside?: ReactNode;
}

/** Title of a page and of the document. */
export function PageHeader({ title, state, lead, crumbs, act, aside }: PageHeaderProps) {
  useTitle(title);
  return (
    <>
      <header className="mb-5 sm:mb-6">
        {crumbs && <Breadcrumbs crumbs={crumbs} />}
        <div className="flex flex-wrap items-start gap-3">
          <div className="min-w-0 flex-1 basis-56">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-26 break-words">{title}</h1>
              {state}
            </div>
            {lead && <div className="mt-1 max-w-[70ch] text-body text-muted">{lead}</div>}
          </div>
          <div className="no-print flex flex-wrap items-center gap-2 sm:shrink-0">
            {aside}
            {act && <div className="hidden sm:block">{act}</div>}
          </div>
        </div>
      </header>
      {act && (
        <div className="sticky-act no-print fixed inset-x-0 z-10 border-t border-line bg-surface p-3 sm:hidden [&>*]:w-full">
          {act}
        </div>
      )}
    </>
  );
}
