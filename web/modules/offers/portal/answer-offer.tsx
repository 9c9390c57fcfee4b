import type { Offer } from '../../../../server/modules/offers/contract.ts';
import type { Terms } from '../../../../server/modules/orders/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { session } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { AcceptTerms } from '../shared/accept-terms.tsx';
import { useText } from '../text/index.ts';

/** Under one's own name, with the terms, for exactly the sum on the page. */
export function AcceptOffer({ url, offer, onClose }: { url: string; offer: Offer; onClose: () => void }) {
  const words = useText();
  const format = useFormat();
  const { terms } = useData<Terms>('/api/terms');
  const form = useForm({
    initial: { name: session.get()?.person.name ?? '', accepted: false },
    check: ({ accepted }) => (terms && !accepted ? { accepted: words.acceptFirst } : {}),
    send: ({ name }, key) =>
      api.post<Offer>(
        `${url}/accept`,
        { name, expectedTotal: offer.total.amount, termsVersion: terms?.version ?? null },
        key,
      ),
    refresh: [url],
    done: () => {
      onClose();
      toast({ words: words.accepted });
    },
  });
  return (
    <Dialog open wide onClose={onClose} title={words.acceptTitle(offer.number!)}>
      <Form form={form}>
        <p className="text-body">{words.acceptLead(format.money(offer.total))}</p>
        <TextField
          {...form.field('name')}
          label={words.name}
          hint={words.nameHint}
          autoComplete="name"
          maxLength={200}
        />
        {terms && <AcceptTerms terms={terms} {...form.field('accepted')} />}
        <Button type="submit" wide busy={form.busy}>
          {words.accept}
        </Button>
      </Form>
    </Dialog>
  );
}

export function DeclineOffer({ url, onClose }: { url: string; onClose: () => void }) {
  const words = useText();
  const form = useForm({
    initial: { reason: '' },
    send: (body, key) => api.post<Offer>(`${url}/decline`, body, key),
    refresh: [url],
    done: () => {
      onClose();
      toast({ words: words.declined });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.declineTitle}>
      <Form form={form}>
        <TextArea {...form.field('reason')} label={words.why} maxLength={2000} rows={4} />
        <p className="text-13 text-muted">{words.whyHint}</p>
        <Button type="submit" wide busy={form.busy}>
          {words.decline}
        </Button>
      </Form>
    </Dialog>
  );
}
