import type { Organization } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { BillingFields, CompanyFields, detailsOf } from '../details-fields.tsx';
import { useText } from '../text/index.ts';

export function EditClient({
  client,
  open,
  onClose,
}: {
  client: Organization;
  open: boolean;
  onClose: () => void;
}) {
  const { clients: words } = useText();
  return (
    <Dialog open={open} onClose={onClose} title={words.editOf(client.name)} wide>
      <EditForm client={client} onDone={onClose} />
    </Dialog>
  );
}

function EditForm({ client, onDone }: { client: Organization; onDone: () => void }) {
  const { organization: words } = useText();
  const text = useKernelText();
  const form = useForm({
    initial: detailsOf(client),
    send: (values) => api.patch<Organization>(`/api/console/clients/${client.id}`, values, client.version),
    refresh: ['/api/console/clients'],
    done: () => {
      onDone();
      toast({ words: words.saved });
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <CompanyFields form={form} />
        <BillingFields form={form} hasParent={client.hasParent} />
      </div>
      <Button type="submit" wide busy={form.busy}>
        {text.save}
      </Button>
    </Form>
  );
}
