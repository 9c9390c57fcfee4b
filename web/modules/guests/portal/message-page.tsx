import { useCallback, useEffect, useState } from 'react';
import type { Opened } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { type ApiProblem, toProblem } from '../../../kernel/api/problem.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { usePosted } from '../../../kernel/pages/posted.ts';
import { fragmentToken } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';
import { LinkCode } from '../../../kernel/forms/link-code.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Renew } from './renew.tsx';
import { Conversation } from './conversation.tsx';
import { Unconfirmed } from './unconfirmed.tsx';

/** What a mailed link opens. The token stands behind the '#' or is pasted; it goes in bodies only. */
export function Page() {
  const { message: words } = useText();
  const posted = usePosted<{ token: string }, Opened>(paths.contactMessage());
  const [token, setToken] = useState(posted?.asked.token ?? '');
  const [opened, setOpened] = useState<Opened | null>(posted?.answer ?? null);
  const [problem, setProblem] = useState<string | null>(posted?.problem?.code ?? null);
  const [did, setDid] = useState(posted?.did ?? null);
  useHead({ title: words.title, description: words.codeLead, hidden: true });

  const open = useCallback(async (wanted: string) => {
    setToken(wanted);
    try {
      setOpened(await api.post<Opened>('/api/guest-messages/open', { token: wanted }, crypto.randomUUID()));
      setProblem(null);
    } catch (error) {
      const found: ApiProblem = toProblem(error);
      setProblem(found.code);
      if (!found.unanswered) setOpened(null);
    }
  }, []);
  useEffect(() => {
    const found = fragmentToken();
    if (found && !posted) void open(found);
  }, [open, posted]);

  const elsewhere = (
    <LinkButton wide weight="secondary" to={paths.contact()}>
      {words.write}
    </LinkButton>
  );
  if (did === 'decline')
    return (
      <Notice title={words.declinedTitle} lead={words.declined}>
        {elsewhere}
      </Notice>
    );
  if (did === 'renew')
    return (
      <Notice title={words.renewedTitle} lead={words.renewed}>
        {elsewhere}
      </Notice>
    );
  if (opened?.ticket)
    return <Conversation {...{ opened, ticket: opened.ticket, token }} onChange={() => open(token)} />;
  if (opened)
    return (
      <Unconfirmed {...{ opened, token }} onSent={() => open(token)} onDeclined={() => setDid('decline')} />
    );
  if (problem === 'guest_link_expired') return <Renew token={token} onSent={() => setDid('renew')} />;
  return (
    <LinkCode words={words} action={paths.contactMessage()} problem={problem} token={token} onOpen={open} />
  );
}
