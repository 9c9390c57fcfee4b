import { useState } from 'react';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { fragmentToken } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';
import { BareCard } from './bare-card.tsx';

/** What a mailed link is for, done by a press: programs that open every link in a mail must not bring it about. */
export function LinkAct({
  words,
  send,
}: {
  words: { title: string; lead: string; act: string; done: string };
  send: (token: string) => Promise<void>;
}) {
  const { email, forgot } = useText();
  const [token] = useState(fragmentToken);
  const [done, setDone] = useState(false);
  const act = useAct(send, { done: () => setDone(true) });
  if (!token) {
    return (
      <BareCard
        title={words.title}
        lead={email.noToken}
        foot={<Link to={paths.signIn()}>{forgot.back}</Link>}
      />
    );
  }
  if (done) {
    return (
      <BareCard title={words.title}>
        <p role="status" className="mb-4 text-body">
          {words.done}
        </p>
        <LinkButton to={paths.signIn()} wide>
          {email.goOn}
        </LinkButton>
      </BareCard>
    );
  }
  return (
    <BareCard title={words.title} lead={words.lead}>
      <Button wide busy={act.busy} onClick={() => void act.run(token)}>
        {words.act}
      </Button>
    </BareCard>
  );
}
