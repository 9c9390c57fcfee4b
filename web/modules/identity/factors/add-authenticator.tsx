import { useState } from 'react';
import type { NewAuthenticator, NewCodes } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useFactorText } from '../text/factors.ts';
import { factorsUrl } from './factors-url.ts';

const url = '/api/me/authenticators';

/** Two steps: a name, then the picture and the first code. */
export function AddAuthenticator({
  onClose,
  onCodes,
}: {
  onClose: () => void;
  onCodes: (codes: NewCodes) => void;
}) {
  const { authenticator: words } = useFactorText();
  const [made, setMade] = useState<NewAuthenticator | null>(null);
  return (
    <Dialog open onClose={onClose} title={words.add}>
      {made ? (
        <Confirm
          made={made}
          onDone={(codes) => {
            onClose();
            toast({ words: words.done });
            onCodes(codes);
          }}
        />
      ) : (
        <Name onMade={setMade} />
      )}
    </Dialog>
  );
}

function Name({ onMade }: { onMade: (made: NewAuthenticator) => void }) {
  const text = useFactorText();
  const form = useForm({
    initial: { name: text.authenticator.suggested },
    send: (values, key) => api.post<NewAuthenticator>(url, values, key),
    done: onMade,
  });
  return (
    <Form form={form}>
      <TextField
        {...form.field('name')}
        label={text.name}
        hint={text.nameHint}
        maxLength={60}
        autoComplete="off"
      />
      <Button type="submit" wide busy={form.busy}>
        {text.authenticator.begin}
      </Button>
    </Form>
  );
}

function Confirm({ made, onDone }: { made: NewAuthenticator; onDone: (codes: NewCodes) => void }) {
  const { authenticator: words } = useFactorText();
  const form = useForm({
    initial: { code: '' },
    send: (values, key) => api.post<NewCodes>(`${url}/${made.id}/confirmation`, values, key),
    refresh: [factorsUrl],
    done: onDone,
  });
  const secret = made.secret.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.scan}</p>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(made.picture)}`}
        alt={words.pictureAlt}
        width={208}
        height={208}
        className="mx-auto rounded border border-line bg-white"
      />
      <div className="text-13 text-muted">
        <p>{words.byHand}</p>
        <p className="flex items-center gap-1">
          <code className="min-w-0 font-mono text-ink [overflow-wrap:anywhere]" translate="no">
            {secret}
          </code>
          <CopyButton value={made.secret} what={words.key} />
        </p>
      </div>
      <TextField
        {...form.field('code')}
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
      />
      <Button type="submit" wide busy={form.busy}>
        {words.act}
      </Button>
    </Form>
  );
}
