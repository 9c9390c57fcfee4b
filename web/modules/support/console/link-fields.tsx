import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import type { ClientServiceItem } from '../../../../server/modules/services/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/desk.ts';
import { useOpenText } from '../text/open.ts';

interface Links {
  serviceId: string;
  invoiceId: string;
}

/** The service and invoice of one client that a ticket is about. */
export function LinkFields({
  organization,
  values,
  onChange,
}: {
  organization: string;
  values: Links;
  onChange: (change: Partial<Links>) => void;
}) {
  const { work: words, ticket: ticketWords } = useText();
  const open = useOpenText();
  const format = useFormat();
  const mayInvoices = useCan('billing.invoices.read');
  const { data: services } = useSideData<Page<ClientServiceItem>>(
    `/api/console/services?organization=${organization}&status=all&limit=100`,
  );
  const { data: invoices } = useSideData<Page<InvoiceItem>>(
    mayInvoices ? `/api/console/invoices?client=${organization}&limit=100` : null,
  );
  const none = { value: '', label: words.noLink };
  return (
    <>
      <Select
        name="serviceId"
        label={ticketWords.service}
        value={values.serviceId}
        onValue={(serviceId) => onChange({ serviceId })}
        choices={[
          none,
          ...(services?.items ?? []).map(({ id, label, names }) => ({
            value: id,
            label: label ? `${label}, ${format.words(names)}` : format.words(names),
          })),
        ]}
      />
      {mayInvoices && (
        <Select
          name="invoiceId"
          label={ticketWords.invoice}
          value={values.invoiceId}
          onValue={(invoiceId) => onChange({ invoiceId })}
          choices={[
            none,
            ...(invoices?.items ?? []).flatMap(({ id, number, total }) =>
              number ? [{ value: id, label: open.invoiceChoice(number, format.money(total)) }] : [],
            ),
          ]}
        />
      )}
    </>
  );
}
