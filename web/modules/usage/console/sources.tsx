import { useState } from 'react';
import type { UsageSources } from '../../../../server/modules/usage/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/desk.ts';

const url = '/api/console/usage/sources';
type Source = UsageSources['items'][number];

/** The systems that report what is used, each with a token of its own. */
export function Sources() {
  const { sources: words } = useText();
  const { data } = useSideData<UsageSources>(url, 'usage.source');
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<Source | null>(null);
  const revoke = useAct((source: Source, key) => api.post(`${url}/${source.id}/revoke`, undefined, key), {
    refresh: [url],
    done: (_, { name }) => {
      setRevoking(null);
      toast({ words: words.revokedDone(name) });
    },
  });
  if (!data) return null;
  return (
    <Card
      title={words.title}
      className="max-w-3xl"
      aside={
        <Button weight="quiet" icon="plus" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      <p className="text-body text-muted">{words.lead}</p>
      <ul className="divide-y divide-line">
        {data.items.map((source) => (
          <li key={source.id} className="flex items-center justify-between gap-3 py-2 text-body">
            <div className="min-w-0">
              <p className="font-medium break-words">{source.name}</p>
              <p className="text-13 text-muted">
                {source.usedAt ? (
                  <>
                    {words.used} <Time value={source.usedAt} />
                  </>
                ) : (
                  words.unused
                )}
              </p>
            </div>
            {source.revokedAt ? (
              <StatusChip tone="neutral">{words.revoked}</StatusChip>
            ) : (
              <Button weight="quiet" onClick={() => setRevoking(source)}>
                {words.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <AddSource onClose={() => setAdding(false)} />}
      <ConfirmDialog
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={words.revokeTitle(revoking?.name ?? '')}
        effect={words.revokeEffect}
        verb={words.revoke}
        busy={revoke.busy}
        onConfirm={() => void (revoking && revoke.run(revoking))}
      />
    </Card>
  );
}

function AddSource({ onClose }: { onClose: () => void }) {
  const { sources: words } = useText();
  const [token, setToken] = useState<string | null>(null);
  const form = useForm({
    initial: { name: '' },
    send: (body, key) => api.post<{ token: string }>(url, body, key),
    refresh: [url],
    done: (made) => setToken(made.token),
  });
  return (
    <Dialog open onClose={onClose} title={token ? words.madeTitle : words.add}>
      {token ? (
        <div className="flex flex-col gap-4">
          <p className="text-body">{words.once}</p>
          <p className="flex items-center justify-between gap-2 rounded-md bg-sunken p-3">
            <code className="text-13 break-all">{token}</code>
            <CopyButton value={token} what={words.token} />
          </p>
          <Button wide onClick={onClose}>
            {words.done}
          </Button>
        </div>
      ) : (
        <Form form={form}>
          <TextField {...form.field('name')} label={words.name} hint={words.nameHint} maxLength={80} />
          <Button type="submit" wide busy={form.busy}>
            {words.add}
          </Button>
        </Form>
      )}
    </Dialog>
  );
}
