import type { GatewaysBody, PaymentGateways } from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useFeeText } from '../text/desk-fees.ts';
import { useText } from '../text/index.ts';
import { AutomaticForm } from './automatic-form.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { GatewayFields } from './gateway-fields.tsx';

const url = '/api/console/payment-gateways';
type Item = PaymentGateways['items'][number];

/** What clients may pay with: gateways in their order, currencies, and the names of methods. */
export function Page() {
  const { gateways: words, problems } = useText();
  const { rules: fees } = useFeeText();
  const text = useKernelText();
  const { items, version, can } = useData<PaymentGateways>(url, 'kernel.setting-changed');
  const form = useForm({
    initial: { items },
    send: (now) => api.put<PaymentGateways>(url, { items: now.items.map(asked) }, version),
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  const all = form.values.items;
  const change = (index: number, next: Item) =>
    form.set({ items: all.map((one, at) => (at === index ? next : one)) });
  const move = (index: number, by: 1 | -1) => {
    const order = [...all];
    order.splice(index + by, 0, ...order.splice(index, 1));
    form.set({ items: order });
  };
  const reason = can.change === true ? null : problems.your_role;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.settings, to: consolePaths.settings() }]}
        aside={
          <LinkButton to={consolePaths.gatewayFeeRules()} weight="secondary">
            {fees}
          </LinkButton>
        }
      />
      {all.length === 0 ? (
        <EmptyState icon="card" title={words.none}>
          {words.noneHint}
        </EmptyState>
      ) : (
        <Form form={form} label={words.title}>
          {all.map((item, index) => (
            <Card key={item.gateway} title={nameOf(item.gateway)}>
              <GatewayFields
                item={item}
                name={nameOf(item.gateway)}
                disabled={reason !== null}
                onItem={(next) => change(index, next)}
                earlier={index > 0 ? () => move(index, -1) : undefined}
                later={index < all.length - 1 ? () => move(index, 1) : undefined}
              />
            </Card>
          ))}
          <FormActs>
            <Button type="submit" busy={form.busy} reason={reason}>
              {text.save}
            </Button>
          </FormActs>
        </Form>
      )}
      <AutomaticForm />
      <DisputeForm />
    </div>
  );
}

/** `midtrans` is written `Midtrans`. */
const nameOf = (gateway: string) => gateway.charAt(0).toUpperCase() + gateway.slice(1);

/** A name in one language alone serves for both; without any the gateway's own words stay. */
function asked({ gateway, on, currencies, methods }: Item): GatewaysBody['items'][number] {
  const labels = methods.flatMap(({ id, called }) => {
    const [inIndonesian, inEnglish] = [called?.id.trim() ?? '', called?.en.trim() ?? ''];
    const both = { id: inIndonesian || inEnglish, en: inEnglish || inIndonesian };
    return both.id ? [[id, both] as const] : [];
  });
  return {
    gateway,
    on,
    offIn: currencies.filter((one) => !one.on).map(({ currency }) => currency),
    labels: Object.fromEntries(labels),
  };
}
