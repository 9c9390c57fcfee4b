import { useEffect } from 'react';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ApiProblem } from '../api/problem.ts';
import { problemWords } from '../api/problem-words.ts';
import { paths } from '../paths.ts';
import { shellName } from '../session/can.ts';
import { useCurrentOrganization } from '../session/organization.ts';
import { useKernelText } from '../text/index.ts';
import { revisit } from './go.ts';
import { useHead } from './head.ts';
import { useTitle } from './title.ts';

const home = () => (shellName() === 'console' ? paths.consoleHome() : paths.root());

export function PageNotFound() {
  const { failure } = useKernelText();
  useHead({ title: failure.notFoundTitle, hidden: true });
  return (
    <EmptyState
      page
      icon="search"
      title={failure.notFoundTitle}
      act={<LinkButton to={home()}>{failure.home}</LinkButton>}
    >
      {failure.notFound}
    </EmptyState>
  );
}

export function Forbidden() {
  const { failure } = useKernelText();
  const organization = useCurrentOrganization();
  useTitle(failure.forbiddenTitle);
  return (
    <EmptyState
      page
      icon="lock"
      title={failure.forbiddenTitle}
      act={<LinkButton to={home()}>{failure.home}</LinkButton>}
    >
      {shellName() === 'console' ? failure.forbiddenStaff : failure.forbidden(organization?.name ?? '')}
    </EmptyState>
  );
}

/** A script that did not come: the line is down, or a newer installation replaced it. */
const isMissing = (error: unknown) =>
  error instanceof Error && /dynamically imported|module script/i.test(error.message);

/** What stands in the place of a page that could not be shown. */
export function PageFailure({ error }: { error: unknown }) {
  const { failure, tryAgain } = useKernelText();
  if (!(error instanceof ApiProblem)) {
    const missing = isMissing(error);
    // A new document: browsers keep that a module failed.
    const reload = () => location.reload();
    if (missing && !navigator.onLine) return <Offline again={reload} />;
    return (
      <ErrorState
        page
        title={missing ? failure.title : failure.crashTitle}
        words={missing ? failure.outdated : failure.crash}
        retry={{ label: failure.reload, run: reload }}
      />
    );
  }
  if (error.status === 404) return <PageNotFound />;
  if (error.status === 403) return <Forbidden />;
  if (error.code === 'offline') return <Offline again={() => void revisit()} />;
  return (
    <ErrorState
      page
      title={failure.title}
      words={problemWords(error)}
      reference={error.body.requestId}
      retry={{ label: tryAgain, run: () => void revisit() }}
    />
  );
}

/** Tries again by itself when the line is back. */
function Offline({ again }: { again: () => void }) {
  const { failure, tryAgain } = useKernelText();
  useEffect(() => {
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  });
  return (
    <ErrorState
      page
      title={failure.offlineTitle}
      words={failure.offline}
      retry={{ label: tryAgain, run: again }}
    />
  );
}
