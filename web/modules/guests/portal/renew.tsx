import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';
import { ActForm } from './act-form.tsx';
import { Notice } from '../../../ui/notice.tsx';

export function Renew({ token, onSent }: { token: string; onSent: () => void }) {
  const { message: words } = useText();
  const renew = useAct((_: undefined, key) => api.post('/api/guest-messages/renew', { token }, key), {
    done: onSent,
  });
  return (
    <Notice title={words.expiredTitle} lead={words.expired}>
      <ActForm act="renew" token={token} onAct={() => void renew.run(undefined)}>
        <Button type="submit" wide icon="mail" busy={renew.busy}>
          {words.renew}
        </Button>
      </ActForm>
    </Notice>
  );
}
