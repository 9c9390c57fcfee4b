import { useState } from 'react';
import type { OrderStatus } from '../../../../server/modules/orders/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { type Posted, usePosted } from '../../../kernel/pages/posted.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form } from '../../../ui/form.tsx';
import { PostedProblem } from '../../../ui/posted-problem.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { ItemStage, OrderState } from '../parts/order-state.tsx';
import { OrderTimeline } from '../parts/order-timeline.tsx';
import { useText } from '../text/index.ts';

interface Asked {
  number: string;
  code: string;
}

const ask = (asked: Asked, key: string) => api.post<OrderStatus>('/api/order-status', asked, key);

export function Page() {
  const { lookup: words } = useText();
  const posted = usePosted<Asked, OrderStatus>(paths.orderStatus());
  const [found, setFound] = useState(posted?.answer ? { asked: posted.asked, order: posted.answer } : null);
  useHead({
    title: found ? found.order.number : words.title,
    description: words.lead,
    hidden: Boolean(posted),
  });
  return (
    <div className="mx-auto max-w-md">
      {found ? (
        <Standing
          order={found.order}
          asked={found.asked}
          onFound={(order) => setFound({ ...found, order })}
          onLeave={() => setFound(null)}
        />
      ) : (
        <Lookup posted={posted} onFound={(order, asked) => setFound({ order, asked })} />
      )}
    </div>
  );
}

function Lookup({
  posted,
  onFound,
}: {
  posted: Posted<Asked> | undefined;
  onFound: (order: OrderStatus, asked: Asked) => void;
}) {
  const { lookup: words } = useText();
  const form = useForm({ initial: posted?.asked ?? { number: '', code: '' }, send: ask, done: onFound });
  const plain = { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } as const;
  return (
    <div className="rounded border border-line bg-surface p-5 sm:p-8">
      <h1 className="text-26 text-balance">{words.title}</h1>
      <p className="mt-1 mb-6 text-body text-muted">{words.lead}</p>
      <PostedProblem posted={posted} hidden={form.changed} />
      <Form form={form} post={paths.orderStatus()}>
        <TextField {...form.field('number')} {...plain} label={words.number} placeholder="ORD-2026-8F3K2" />
        <TextField {...form.field('code')} {...plain} label={words.code} placeholder="7K3M-9QXT" />
        <Button type="submit" wide busy={form.busy}>
          {words.act}
        </Button>
      </Form>
    </div>
  );
}

function Standing({
  order,
  asked,
  onFound,
  onLeave,
}: {
  order: OrderStatus;
  asked: Asked;
  onFound: (order: OrderStatus) => void;
  onLeave: () => void;
}) {
  const { lookup: words, order: about } = useText();
  const format = useFormat();
  // A fresh key each time: looking again is a new question.
  const again = useAct(() => ask(asked, crypto.randomUUID()), { done: onFound });
  return (
    <div className="flex flex-col gap-4" role="status">
      <Card>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-20 tabular-nums">{order.number}</h1>
          <OrderState order={order} />
        </div>
        <p className="mt-1 text-body text-muted">
          {words.placedOn(format.date(order.placedAt))}
          {order.expiresAt && `. ${words.payBy(format.dateTime(order.expiresAt))}`}
        </p>
        <ul className="mt-3 divide-y divide-line border-t border-line text-body">
          {order.items.map((item) => (
            <li key={item.names.en} className="flex flex-wrap items-center justify-between gap-2 py-2.5">
              <span className="font-medium">
                {item.quantity > 1 && about.quantity(item.quantity)} {format.words(item.names)}
              </span>
              {order.status !== 'canceled' && <ItemStage stage={item.stage} />}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={about.timeline}>
        <OrderTimeline timeline={order.timeline} />
      </Card>
      <div className="flex flex-col gap-2">
        <form
          method="post"
          action={paths.orderStatus()}
          onSubmit={(event) => {
            event.preventDefault();
            void again.run({});
          }}
        >
          <input type="hidden" name="number" value={asked.number} />
          <input type="hidden" name="code" value={asked.code} />
          <Button type="submit" wide icon="refresh" busy={again.busy}>
            {words.refresh}
          </Button>
        </form>
        <LinkButton wide weight="secondary" to={paths.orderStatus()} onClick={onLeave}>
          {words.another}
        </LinkButton>
        <LinkButton wide weight="quiet" to={paths.root()}>
          {words.signIn}
        </LinkButton>
      </div>
    </div>
  );
}
