import type { ReactNode } from 'react';
import { problemWords } from '../kernel/api/problem-words.ts';
import type { Filtered } from '../kernel/pages/filtered.ts';
import type { useList } from '../kernel/query/use-list.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { LoadMore } from './load-more.tsx';
import { ListSkeleton } from './skeletons.tsx';
import { ErrorState, NoResult } from './states.tsx';

/**
 * The life of a list: loading, failed, empty, rows with more to come. `empty` is shown when there is nothing; when that is so only
 * for what is `asked`, the way out is shown instead.
 */
export function ListBody({
  list,
  asked,
  empty,
  children,
}: {
  list: ReturnType<typeof useList>;
  asked?: Filtered;
  empty?: ReactNode;
  children: ReactNode;
}) {
  const text = useKernelText();
  if (list.problem) {
    return (
      <ErrorState
        title={text.failure.title}
        words={problemWords(list.problem)}
        reference={list.problem.body.requestId}
        retry={{ label: text.tryAgain, run: list.retry }}
      />
    );
  }
  if (list.loading) return <ListSkeleton />;
  if (list.items.length === 0) {
    return asked?.filtered ? <NoResult query={asked.query} onClear={asked.clear} /> : empty;
  }
  return (
    <>
      {children}
      <LoadMore more={list.more} busy={list.loadingMore} />
    </>
  );
}
