import { useEffect, useRef, useState } from 'react';
import type { LookedUp } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { type Posted, usePosted } from '../../../kernel/pages/posted.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
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
import { ClaimHint, Papers } from './bill.tsx';
import { type Asked, lookupOfFragment, takeLookup } from './kept-lookup.ts';
import { PayByCode } from './pay-by-code.tsx';

const ask = (asked: Asked, key: string) => api.post<LookedUp>('/api/order-status', asked, key);
/** Asks the gateway, too, what became of a payment. */
const check = (asked: Asked, key: string) => api.post<LookedUp>('/api/order-status/check', asked, key);

export function Page() {
  const { lookup: words } = useText();
  const posted = usePosted<Asked, LookedUp>(paths.orderStatus());
  const prefilled = useSearch().get('number') ?? '';
  const [found, setFound] = useState(posted?.answer ? { asked: posted.asked, order: posted.answer } : null);
  const [asked, setAsked] = useState<Asked>(posted?.asked ?? { number: prefilled, code: '' });
  useHead({
    title: found ? found.order.number : words.title,
    description: words.lead,
    hidden: Boolean(posted) || prefilled !== '',
  });
  const came = useRef(false);
  // Back from paying elsewhere, right after ordering, or by the link in a mail.
  const come = useAct((kept: Asked, key) => (kept.number === prefilled ? check(kept, key) : ask(kept, key)), {
    done: (order, kept) => setFound({ order, asked: kept }),
  });
  useEffect(() => {
    if (posted || came.current) return;
    came.current = true;
    const known = takeLookup() ?? lookupOfFragment();
    const { number, code } = known;
    if (number && code) void come.run({ number, code });
    else if (number) setAsked({ number, code: '' });
  }, [posted, come]);
  return (
    <div className="mx-auto max-w-md">
      {found ? (
        <Standing
          order={found.order}
          asked={found.asked}
          problem={posted?.problem && found.order === posted.answer ? posted : undefined}
          onFound={(order) => setFound({ ...found, order })}
          onLeave={() => setFound(null)}
        />
      ) : (
        <Lookup
          key={asked.number}
          posted={posted}
          asked={asked}
          onFound={(order, by) => setFound({ order, asked: by })}
        />
      )}
    </div>
  );
}

function Lookup({
  posted,
  asked,
  onFound,
}: {
  posted: Posted<Asked> | undefined;
  asked: Asked;
  onFound: (order: LookedUp, asked: Asked) => void;
}) {
  const { lookup: words } = useText();
  const form = useForm({ initial: asked, send: ask, done: onFound });
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
  problem,
  onFound,
  onLeave,
}: {
  order: LookedUp;
  asked: Asked;
  /** What a form without script was told. */
  problem: Posted<Asked> | undefined;
  onFound: (order: LookedUp) => void;
  onLeave: () => void;
}) {
  const { lookup: words, order: about } = useText();
  const format = useFormat();
  // A fresh key each time: looking again is a new question.
  const waits = Boolean(order.bill?.pay?.open);
  const again = useAct(() => (waits ? check : ask)(asked, crypto.randomUUID()), { done: onFound });
  return (
    <div className="flex flex-col gap-4" role="status">
      <PostedProblem posted={problem} hidden={false} />
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
      {order.bill?.pay && (
        <PayByCode key={order.bill.pay.invoice} pay={order.bill.pay} asked={asked} onPaying={onFound} />
      )}
      {order.bill && <Papers bill={order.bill} asked={asked} />}
      <Card title={about.timeline}>
        <OrderTimeline timeline={order.timeline} />
      </Card>
      <div className="flex flex-col gap-2">
        <form
          method="post"
          action={waits ? paths.orderStatusForm('check') : paths.orderStatus()}
          onSubmit={(event) => {
            event.preventDefault();
            void again.run({});
          }}
        >
          <input type="hidden" name="number" value={asked.number} />
          <input type="hidden" name="code" value={asked.code} />
          <Button
            type="submit"
            wide
            weight={order.bill?.pay ? 'secondary' : 'primary'}
            icon="refresh"
            busy={again.busy}
          >
            {words.refresh}
          </Button>
        </form>
        <LinkButton wide weight="secondary" to={paths.orderStatus()} onClick={onLeave}>
          {words.another}
        </LinkButton>
        {!order.bill && (
          <LinkButton wide weight="quiet" to={paths.root()}>
            {words.signIn}
          </LinkButton>
        )}
      </div>
      {order.bill && <ClaimHint />}
    </div>
  );
}
