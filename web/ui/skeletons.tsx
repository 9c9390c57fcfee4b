import type { Shape } from '../kernel/pages/pages.ts';
import { useKernelText } from '../kernel/text/index.ts';

function Bar({ className }: { className: string }) {
  return <div className={`skeleton ${className}`} />;
}

function Lines({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <div
      key={index}
      className="flex items-center justify-between gap-4 border-t border-line px-5 py-4 first:border-0"
    >
      <Bar className={`h-4 ${index % 2 ? 'w-2/5' : 'w-1/2'}`} />
      <Bar className="h-4 w-20" />
    </div>
  ));
}

const cardClass = 'rounded border border-line bg-surface';

/** A card that is on its way. */
export function CardSkeleton() {
  return (
    <div className={`${cardClass} flex flex-col gap-3 p-5`}>
      <Bar className="h-4 w-24" />
      <Bar className="h-7 w-36" />
      <Bar className="h-4 w-44" />
    </div>
  );
}

const bodies: Record<Shape, () => React.ReactNode> = {
  overview: () => (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <CardSkeleton />
      <CardSkeleton />
      <CardSkeleton />
    </div>
  ),
  list: () => (
    <div className={cardClass}>
      <Lines count={8} />
    </div>
  ),
  detail: () => (
    <div className="grid gap-4 lg:grid-cols-[2fr_1fr]">
      <div className={cardClass}>
        <Lines count={6} />
      </div>
      <CardSkeleton />
    </div>
  ),
  flow: () => (
    <div className="grid gap-4 lg:grid-cols-[2fr_1fr]">
      <div className={`${cardClass} flex flex-col gap-4 p-5`}>
        <Bar className="h-16 w-full" />
        <Bar className="h-16 w-full" />
        <Bar className="h-16 w-full" />
      </div>
      <CardSkeleton />
    </div>
  ),
  conversation: () => (
    <div className="flex max-w-3xl flex-col gap-4">
      <Bar className="h-24 w-4/5" />
      <Bar className="h-20 w-3/4 self-end" />
      <Bar className="h-28 w-full" />
    </div>
  ),
  form: () => (
    <div className={`${cardClass} flex max-w-2xl flex-col gap-5 p-5`}>
      <Bar className="h-9 w-full" />
      <Bar className="h-9 w-full" />
      <Bar className="h-9 w-1/3" />
    </div>
  ),
};

/** A page before its data: the shape of what comes. */
export function PageSkeleton({ shape }: { shape: Shape }) {
  const text = useKernelText();
  return (
    <div role="status" aria-label={text.loading}>
      <div className="mb-6">
        <Bar className="h-8 w-56 max-w-full" />
      </div>
      {bodies[shape]()}
    </div>
  );
}

/** Rows of a list that is loading inside a page. */
export function ListSkeleton({ rows = 4 }: { rows?: number }) {
  const text = useKernelText();
  return (
    <div role="status" aria-label={text.loading}>
      <Lines count={rows} />
    </div>
  );
}
