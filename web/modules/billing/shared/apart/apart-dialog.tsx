import type { Invoice } from '../../../../../server/modules/billing/contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/choices.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Form } from '../../../../ui/form.tsx';
import { MoneyText } from '../../../../ui/money.tsx';
import { useApartText } from '../../text/apart.ts';
import { partsToBillApart } from './parts-of-invoice.ts';
import type { Parts } from './parts-of-invoice.ts';

/** Asks which renewals are to leave an invoice. */
export function ApartDialog({
  url,
  invoice,
  refresh,
  onClose,
}: {
  url: string;
  invoice: Parts;
  refresh: string;
  onClose: () => void;
}) {
  const words = useApartText();
  const format = useFormat();
  const parts = partsToBillApart(invoice);
  const key = (serviceId: string | null) => `service ${serviceId}`;
  const chosen = (values: Record<string, boolean>) =>
    parts.map(({ serviceId }) => serviceId!).filter((serviceId) => values[key(serviceId)]);
  const form = useForm({
    initial: Object.fromEntries(parts.map(({ serviceId }) => [key(serviceId), false])),
    check: (values) => {
      const { length } = chosen(values);
      return length > 0 && length < parts.length ? {} : { [key(parts[0]!.serviceId)]: words.needsOne };
    },
    send: (values, idempotency) =>
      api.post<Invoice>(`${url}/apart`, { services: chosen(values) }, idempotency),
    refresh: [refresh],
    done: () => {
      toast({ words: words.sent });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.title}>
      <Form form={form} label={words.title}>
        <p className="text-body text-muted">{words.lead}</p>
        <fieldset>
          <legend className="mb-1 text-body font-medium">{words.services}</legend>
          {parts.map(({ serviceId, description, net }) => (
            <Checkbox
              key={serviceId}
              {...form.field(key(serviceId))}
              label={
                <span className="flex flex-wrap justify-between gap-x-3">
                  {format.words(description)}
                  <span className="text-muted">
                    <MoneyText value={net} />
                  </span>
                </span>
              }
            />
          ))}
        </fieldset>
        <Button type="submit" wide busy={form.busy}>
          {words.send}
        </Button>
      </Form>
    </Dialog>
  );
}
