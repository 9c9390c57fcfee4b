import type { ReactNode } from 'react';
import { problemWords } from '../kernel/api/problem-words.ts';
import type { useList } from '../kernel/query/use-data.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { LoadMore } from './load-more.tsx';
import { ListSkeleton } from './skeletons.tsx';
import { ErrorState } from './states.tsx';

/** The life of a list: loading, failed, empty, rows with more to come. `empty` is shown when there is nothing. */
export function ListBody({
  list,
  empty,
  children,
}: {
  list: ReturnType<typeof useList>;
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
  if (list.items.length === 0) return empty;
  return (
    <>
      {children}
      <LoadMore more={list.more} busy={list.loadingMore} />
    </>
  );
}
