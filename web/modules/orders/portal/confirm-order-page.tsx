import { useCallback, useEffect, useState } from 'react';
import type { OpenedOrder, PlacedGuestOrder } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { type ApiProblem, toProblem } from '../../../kernel/api/problem.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { usePosted } from '../../../kernel/pages/posted.ts';
import { fragmentToken } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useText } from '../text/index.ts';
import { ConfirmOrder } from './confirm-order.tsx';
import { GuestPlaced } from './guest-placed.tsx';
import { LinkCode } from '../../../kernel/forms/link-code.tsx';

/** What the mailed link of a guest's order opens. The token stands behind the '#' or is pasted; it goes in bodies only. */
export function Page() {
  const { guest: words } = useText();
  const posted = usePosted<{ token: string }, OpenedOrder>(paths.confirmOrder());
  const [token, setToken] = useState(posted?.asked.token ?? '');
  const [opened, setOpened] = useState<OpenedOrder | null>(posted?.answer ?? null);
  const [problem, setProblem] = useState<string | null>(posted?.problem?.code ?? null);
  const [declined, setDeclined] = useState(posted?.did === 'decline');
  useHead({ title: words.codeTitle, description: words.codeLead, hidden: true });

  const open = useCallback(async (wanted: string) => {
    setToken(wanted);
    try {
      setOpened(
        await api.post<OpenedOrder>('/api/guest-orders/open', { token: wanted }, crypto.randomUUID()),
      );
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
  const placed = (order: PlacedGuestOrder) =>
    setOpened((before) => before && { ...before, waiting: null, placed: order });

  if (declined)
    return (
      <Notice title={words.declinedTitle} lead={words.declined}>
        <LinkButton wide weight="secondary" to={paths.shop()}>
          {words.store}
        </LinkButton>
      </Notice>
    );
  if (opened?.placed) return <GuestPlaced order={opened.placed} />;
  if (opened?.waiting)
    return (
      <ConfirmOrder
        {...{ token, problem }}
        email={opened.email}
        waiting={opened.waiting}
        onPlaced={placed}
        onRefused={async (code) => {
          await open(token);
          setProblem(code);
        }}
        onDeclined={() => setDeclined(true)}
      />
    );
  return (
    <LinkCode words={words} action={paths.confirmOrder()} problem={problem} token={token} onOpen={open} />
  );
}
