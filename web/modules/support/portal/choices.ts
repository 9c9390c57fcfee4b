import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import type { ServiceItem } from '../../../../server/modules/services/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import type { Choice } from '../../../ui/inputs.tsx';
import { useOpenText } from '../text/open.ts';

/** As many as a list in a form can hold and still be looked through. */
const most = 100;

/** The organization's services as choices, ended ones too: one may ask about them. None unless `may`. */
export function useServiceChoices(may: boolean): Choice[] {
  const { api } = useOrganization();
  const format = useFormat();
  const { data } = useSideData<Page<ServiceItem>>(may ? `${api}/services?status=all&limit=${most}` : null);
  return (data?.items ?? []).map(({ id, label, names, facts }) => {
    const plan = format.words(names);
    const address = facts.hostname ?? facts.host ?? facts.domain ?? facts.address;
    return { value: id, label: [label || plan, label ? plan : address].filter(Boolean).join(', ') };
  });
}

/** The organization's latest invoices as choices. None unless `may`. */
export function useInvoiceChoices(may: boolean): Choice[] {
  const { api } = useOrganization();
  const words = useOpenText();
  const format = useFormat();
  const { data } = useSideData<Page<InvoiceItem>>(may ? `${api}/invoices?limit=${most}` : null);
  return (data?.items ?? []).flatMap(({ id, number, total }) =>
    number ? [{ value: id, label: words.invoiceChoice(number, format.money(total)) }] : [],
  );
}
