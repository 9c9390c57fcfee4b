import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { TicketDetail } from '../../../../../server/modules/support/contract.ts';
import type { copiedShape } from '../../../../../server/modules/support/copied-contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { problemWords } from '../../../../kernel/api/problem-words.ts';
import { useAct } from '../../../../kernel/query/use-act.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button, IconButton } from '../../../../ui/button.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { TextField } from '../../../../ui/inputs.tsx';
import { useFollowerText } from '../../text/followers.ts';
import { isAddress } from './addresses.ts';

type Copied = TicketDetail['copied'][number];

/** The outside addresses to which replies are copied; `most` is 0 for who may add none. */
export function CopiedList({ copied, url, most }: { copied: readonly Copied[]; url: string; most: number }) {
  const words = useFollowerText();
  const [leaving, setLeaving] = useState<Copied | null>(null);
  const remove = useAct(({ id }: Copied) => api.delete(`${url}/copied/${id}`), {
    refresh: [url],
    done: (_, { address }) => toast({ words: words.uncopied(address) }),
  });
  if (copied.length === 0 && most === 0) return null;
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3 className="text-14 font-medium">{words.others}</h3>
      <p className="mb-2 text-13 text-muted">{words.othersHint}</p>
      <ul className="flex flex-col gap-1">
        {copied.map((one) => (
          <li key={one.id} className="flex min-h-9 items-center gap-2 text-14">
            <span className="min-w-0 grow">
              <span className="block truncate" title={one.address}>
                {one.address}
              </span>
              <span className="block truncate text-12 text-muted">{words.addressOf(one.addedBy)}</span>
            </span>
            {one.removable && (
              <IconButton icon="close" label={words.uncopy(one.address)} onClick={() => setLeaving(one)} />
            )}
          </li>
        ))}
      </ul>
      {copied.length < most ? (
        <Add url={url} />
      ) : (
        most > 0 && <p className="mt-2 text-13 text-muted">{words.full(most)}</p>
      )}
      {leaving && (
        <ConfirmDialog
          open
          destructive
          title={words.sure(leaving.address)}
          effect={words.sureLead}
          verb={words.uncopyAct}
          busy={remove.busy}
          onClose={() => setLeaving(null)}
          onConfirm={() => void remove.run(leaving).then(() => setLeaving(null))}
        />
      )}
    </div>
  );
}

function Add({ url }: { url: string }) {
  const words = useFollowerText();
  const [address, setAddress] = useState('');
  const [error, setError] = useState<string>();
  const add = useAct(
    (one: string, key) => api.post<z.output<typeof copiedShape>>(`${url}/copied`, { address: one }, key),
    {
      refresh: [url],
      done: ({ colleague }, one) => {
        setAddress('');
        toast({ words: colleague ? words.colleague(one) : words.copied(one) });
      },
      failed: (problem) => setError(problemWords(problem)),
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    const one = address.trim();
    if (isAddress(one)) void add.run(one);
    else setError(words.addressWrong);
  }
  return (
    <form noValidate onSubmit={submit} className="mt-2 flex flex-col gap-2">
      <TextField
        label={words.addAddress}
        name="copied"
        type="email"
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        placeholder={words.address}
        value={address}
        onValue={(value) => {
          setAddress(value);
          setError(undefined);
        }}
        error={error}
      />
      <Button type="submit" weight="secondary" busy={add.busy} className="self-start">
        {words.addAddressAct}
      </Button>
    </form>
  );
}
