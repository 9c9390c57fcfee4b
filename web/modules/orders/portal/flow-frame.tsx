import type { ReactNode } from 'react';

/** Questions at the left, the sum at the right; on phones the act stands at the bottom of the screen. */
export function FlowFrame({
  children,
  summary,
  act,
  figure,
}: {
  children: ReactNode;
  summary: ReactNode;
  act: ReactNode;
  /** The sum, beside the act on phones. */
  figure: ReactNode;
}) {
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-6">
        <div className="flex min-w-0 flex-col gap-4">{children}</div>
        <div className="flex flex-col gap-3 lg:sticky lg:top-6">
          {summary}
          <div className="hidden sm:block">{act}</div>
        </div>
      </div>
      <div className="sticky-act no-print fixed inset-x-0 z-10 flex flex-col gap-2 border-t border-line bg-surface p-3 sm:hidden">
        <div className="flex items-baseline justify-between gap-3 px-1 text-body">{figure}</div>
        {act}
      </div>
    </>
  );
}
