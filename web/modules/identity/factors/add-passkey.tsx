import type { NewCodes } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { deviceOf } from '../portal/device-name.ts';
import { makePasskey } from '../proof/passkey.ts';
import { useFactorText } from '../text/factors.ts';
import { factorsUrl } from './factors-url.ts';

const url = '/api/me/passkeys';

/** A name, then the browser's own window. */
export function AddPasskey({
  onClose,
  onCodes,
}: {
  onClose: () => void;
  onCodes: (codes: NewCodes) => void;
}) {
  const text = useFactorText();
  const { browser, system } = deviceOf(navigator.userAgent);
  const form = useForm({
    initial: { name: [browser, system].filter(Boolean).join(', ') || text.passkey.what },
    send: async ({ name }, key) => {
      const options = await api.post<unknown>(`${url}/options`, {}, crypto.randomUUID());
      return api.post<NewCodes>(url, { name, response: await makePasskey(options) }, key);
    },
    refresh: [factorsUrl],
    done: (codes) => {
      onClose();
      toast({ words: text.passkey.done });
      onCodes(codes);
    },
  });
  return (
    <Dialog open onClose={onClose} title={text.passkey.add}>
      <p className="text-body text-muted">{text.passkey.lead}</p>
      <Form form={form}>
        <TextField
          {...form.field('name')}
          label={text.name}
          hint={text.nameHint}
          maxLength={60}
          autoComplete="off"
        />
        <Button type="submit" wide icon="key" busy={form.busy}>
          {text.passkey.act}
        </Button>
      </Form>
    </Dialog>
  );
}
