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

const home = () => (shellName() === 'console' ? paths.console.home() : paths.root());

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

/** A chunk that is gone was replaced by a newer installation. */
const isOutdated = (error: unknown) =>
  error instanceof Error && /dynamically imported|module script/i.test(error.message);

/** What stands in the place of a page that could not be shown. */
export function PageFailure({ error }: { error: unknown }) {
  const { failure, tryAgain } = useKernelText();
  if (!(error instanceof ApiProblem)) {
    const retry = { label: failure.reload, run: () => location.reload() };
    return (
      <ErrorState
        page
        title={failure.crashTitle}
        words={isOutdated(error) ? failure.outdated : failure.crash}
        retry={retry}
      />
    );
  }
  if (error.status === 404) return <PageNotFound />;
  if (error.status === 403) return <Forbidden />;
  return (
    <ErrorState
      page
      title={error.code === 'offline' ? failure.offlineTitle : failure.title}
      words={problemWords(error)}
      reference={error.body.requestId}
      retry={{ label: tryAgain, run: () => void revisit() }}
    />
  );
}
