import type { MailDomain } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

export function AddDomain({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { domains: words } = useText();
  return (
    <Dialog open={open} onClose={onClose} title={words.add}>
      <AddForm onDone={onClose} />
    </Dialog>
  );
}

function AddForm({ onDone }: { onDone: () => void }) {
  const { domains: words } = useText();
  const { api: base } = useOrganization();
  const form = useForm({
    initial: { domain: '' },
    send: (values, key) => api.post<{ items: MailDomain[] }>(`${base}/domains`, values, key),
    refresh: [`${base}/domains`],
    done: (_, { domain }) => {
      onDone();
      toast({ words: words.added(domain.trim()) });
    },
  });
  return (
    <Form form={form}>
      <TextField
        {...form.field('domain')}
        label={words.domain}
        hint={words.domainHint}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={253}
      />
      <Button type="submit" wide busy={form.busy}>
        {words.add}
      </Button>
    </Form>
  );
}
