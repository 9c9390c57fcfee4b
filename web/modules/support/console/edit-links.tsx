import { useState } from 'react';
import type { ClientTicketDetail } from '../../../../server/modules/support/contract.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormActs } from '../../../ui/form.tsx';
import { useText } from '../text/desk.ts';
import { useChange } from './controls.tsx';
import { LinkFields } from './link-fields.tsx';

interface Props {
  ticket: ClientTicketDetail;
  url: string;
  organization: string;
  open: boolean;
  onClose: () => void;
}

/** What a ticket is about, when the client did not say or said it wrong. */
export function EditLinks({ open, onClose, ...rest }: Props) {
  const { work: words } = useText();
  return (
    <Dialog open={open} onClose={onClose} title={words.linksTitle}>
      <Links {...rest} onClose={onClose} />
    </Dialog>
  );
}

function Links({ ticket, url, organization, onClose }: Omit<Props, 'open'>) {
  const { work: words } = useText();
  const [links, setLinks] = useState({
    serviceId: ticket.service?.id ?? '',
    invoiceId: ticket.invoice?.id ?? '',
  });
  const change = useChange(ticket, url, () => {
    onClose();
    toast({ words: words.changed });
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void change.run({ serviceId: links.serviceId || null, invoiceId: links.invoiceId || null });
      }}
    >
      <LinkFields
        organization={organization}
        values={links}
        onChange={(more) => setLinks({ ...links, ...more })}
      />
      <FormActs>
        <Button type="submit" busy={change.busy}>
          {words.saveLinks}
        </Button>
      </FormActs>
    </form>
  );
}
