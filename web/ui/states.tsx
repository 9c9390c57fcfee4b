import type { ReactNode } from 'react';
import { useKernelText } from '../kernel/text/index.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

interface StateProps {
  icon: IconName;
  title: string;
  children: ReactNode;
  act?: ReactNode;
  /** Inside a card: smaller. */
  small?: boolean;
  /** In the place of a whole page: its title is the page's heading. */
  page?: boolean;
}

/** Nothing here yet: what will stand here and how to get the first one. */
export function EmptyState({ icon, title, children, act, small, page }: StateProps) {
  const Title = page ? 'h1' : small ? 'p' : 'h2';
  return (
    <div
      className={`mx-auto flex max-w-md flex-col items-center px-4 text-center ${small ? 'py-8' : 'py-14'}`}
    >
      <span className="mb-4 grid size-14 place-items-center rounded-full bg-accent-soft text-accent-text">
        <Icon name={icon} size={24} />
      </span>
      <Title className="text-16 font-bold">{title}</Title>
      <p className="mt-1 text-body text-muted">{children}</p>
      {act && <div className="mt-5">{act}</div>}
    </div>
  );
}

/** A search or filter that matched nothing, with the way out. */
export function NoResult({ query, onClear }: { query?: string | null; onClear: () => void }) {
  const text = useKernelText();
  return (
    <EmptyState
      small
      icon="filter"
      title={text.noResult.title}
      act={
        <Button weight="secondary" onClick={onClear}>
          {query ? text.clearSearch : text.noResult.clear}
        </Button>
      }
    >
      {query ? text.noResult.search(query) : text.noResult.filters}
    </EmptyState>
  );
}

/** What happened, what to do, and the way to try again. */
export function ErrorState({
  title,
  words,
  reference,
  retry,
  page,
}: {
  title: string;
  words: string;
  page?: boolean;
  reference?: string;
  retry: { label: string; run: () => void };
}) {
  const Title = page ? 'h1' : 'h2';
  const text = useKernelText();
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-4 py-14 text-center">
      <span className="mb-4 grid size-14 place-items-center rounded-full bg-danger-soft text-danger">
        <Icon name="attention" size={24} />
      </span>
      <Title className="text-16">{title}</Title>
      <p className="mt-1 text-body text-muted">{words}</p>
      <div className="mt-5">
        <Button weight="secondary" icon="refresh" onClick={retry.run}>
          {retry.label}
        </Button>
      </div>
      {reference && <p className="mt-4 text-12 text-muted">{text.failure.reference(reference)}</p>}
    </div>
  );
}
