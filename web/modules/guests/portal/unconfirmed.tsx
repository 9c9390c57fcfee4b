import type { Opened } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';
import { ActForm } from './act-form.tsx';

/** The message as it was written, to be sent by a press: programs that look at mails open links, and press nothing. */
export function Unconfirmed({
  opened: { name, email, subject, unconfirmed },
  token,
  onSent,
  onDeclined,
}: {
  opened: Opened;
  token: string;
  onSent: () => Promise<void>;
  onDeclined: () => void;
}) {
  const { message: words } = useText();
  const confirm = useAct(
    (_: undefined, key) => api.post<void>('/api/guest-messages/confirm', { token }, key),
    {
      done: () => void onSent(),
    },
  );
  const decline = useAct(
    (_: undefined, key) => api.post<void>('/api/guest-messages/decline', { token }, key),
    { done: onDeclined },
  );
  return (
    <div className="mx-auto max-w-2xl rounded border border-line bg-surface p-5 sm:p-8">
      <h1 className="text-26 text-balance">{words.unconfirmedTitle}</h1>
      <p className="mt-1 text-body text-muted [overflow-wrap:anywhere]">{words.unconfirmedLead(email)}</p>
      <div className="mt-6 rounded bg-sunken px-4 py-4 sm:px-5">
        <p className="text-13 text-muted">
          {words.from} {name}
        </p>
        <h2 className="mt-1 text-16 [overflow-wrap:anywhere]">{subject}</h2>
        <p className="mt-2 text-body [overflow-wrap:anywhere] whitespace-pre-line">{unconfirmed}</p>
      </div>
      <div className="mt-6 flex flex-col gap-2 sm:flex-row">
        <ActForm act="confirm" token={token} onAct={() => void confirm.run(undefined)}>
          <Button type="submit" wide icon="send" busy={confirm.busy}>
            {words.confirm}
          </Button>
        </ActForm>
        <ActForm act="decline" token={token} onAct={() => void decline.run(undefined)}>
          <Button type="submit" wide weight="quiet" busy={decline.busy}>
            {words.decline}
          </Button>
        </ActForm>
      </div>
    </div>
  );
}
