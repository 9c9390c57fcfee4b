import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import type { ApiProblem } from '../../../kernel/api/problem.ts';
import { fragmentToken } from '../../../kernel/pages/search.ts';
import { useTitle } from '../../../kernel/pages/title.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSession } from '../../../kernel/session/session.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';

const kept = 'invitation';

/** The token, kept in this tab while the person signs in: in an address it would end up in logs. */
function takeToken(): string | null {
  const token = fragmentToken();
  if (token) sessionStorage.setItem(kept, token);
  return token ?? sessionStorage.getItem(kept);
}

export function Page() {
  const { invitation } = useText();
  const [token] = useState(takeToken);
  const signedIn = useSession() !== null;
  useTitle(invitation.title);
  return (
    <div className="rounded border border-line bg-surface p-5 sm:p-8">
      <h1 className="text-26">{invitation.title}</h1>
      {token ? signedIn ? <Accept token={token} /> : <SignInFirst /> : <NoToken />}
    </div>
  );
}

function Accept({ token }: { token: string }) {
  const { invitation } = useText();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const accept = useAct(
    (body: { token: string }, key) => api.post<{ slug: string }>('/api/invitations/accept', body, key),
    {
      failed: setProblem,
      done: ({ slug }) => {
        sessionStorage.removeItem(kept);
        location.assign(paths.organization(slug).home());
      },
    },
  );
  return (
    <div className="flex flex-col gap-5">
      <p className="mt-1 text-body text-muted">{invitation.lead}</p>
      {problem && <Banner tone="danger" title={problemWords(problem)} />}
      <Button wide busy={accept.busy} onClick={() => void accept.run({ token })}>
        {invitation.act}
      </Button>
    </div>
  );
}

function SignInFirst() {
  const { invitation } = useText();
  return (
    <>
      <p className="mt-1 text-body text-muted">{invitation.signInFirst}</p>
      <div className="mt-6 flex flex-col gap-2">
        <LinkButton wide to={paths.signIn(paths.invitation())}>
          {invitation.signIn}
        </LinkButton>
        <LinkButton wide weight="secondary" to={paths.signUp(paths.invitation())}>
          {invitation.signUp}
        </LinkButton>
      </div>
    </>
  );
}

function NoToken() {
  const { invitation } = useText();
  return (
    <>
      <p className="mt-1 text-body text-muted">{invitation.noToken}</p>
      <LinkButton className="mt-6" wide weight="secondary" to={paths.root()}>
        {invitation.home}
      </LinkButton>
    </>
  );
}
