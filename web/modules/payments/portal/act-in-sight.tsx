import type { ReactNode } from 'react';

/** The act that ends a step: in its place, and on phones at the bottom of the screen. */
export function ActInSight({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="hidden sm:block">{children}</div>
      <div className="sticky-act no-print fixed inset-x-0 z-10 border-t border-line bg-surface p-3 sm:hidden">
        {children}
      </div>
    </>
  );
}
