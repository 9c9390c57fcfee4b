import { useState } from 'react';
import type {
  AttemptView,
  MethodList,
  MethodView,
  SavedMethodView,
} from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { MethodIcon } from '../parts/method-icon.tsx';
import { useAutomaticText } from '../text/automatic.ts';
import { useText } from '../text/index.ts';
import { AutomaticCard } from './automatic-card.tsx';
import { cardName } from './way.ts';

export function Page() {
  const { methods: words } = useText();
  const { api: base } = useOrganization();
  const { items, addable } = useData<MethodList>(`${base}/payment-methods`, 'payments.');
  const add = addable.map((method) => (
    <AddMethod key={method.gateway + method.id} method={method} only={addable.length === 1} />
  ));
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} act={add.length > 0 && add} />
      <div className="flex max-w-2xl flex-col gap-4">
        <Card flush={items.length > 0}>
          {items.length === 0 ? (
            <EmptyState icon="card" title={words.empty}>
              {words.emptyHint}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((method) => (
                <MethodRow key={method.id} method={method} all={items} />
              ))}
            </ul>
          )}
        </Card>
        {addable.length > 0 && <p className="-mt-1 text-13 text-muted">{words.adding}</p>}
        <AutomaticCard />
      </div>
    </>
  );
}

function AddMethod({ method, only }: { method: MethodView; only: boolean }) {
  const { methods: words } = useText();
  const { api: base, to } = useOrganization();
  const format = useFormat();
  const { gateway, id, label } = method;
  const add = useAct((body: object, key) => api.post<AttemptView>(`${base}/payment-methods`, body, key), {
    done: (attempt) => {
      if (attempt.next?.kind === 'redirect') location.assign(attempt.next.url);
      else goTo(to.payment(attempt.id));
    },
  });
  return (
    <Button wide icon="plus" busy={add.busy} onClick={() => void add.run({ gateway, method: id })}>
      {only ? words.add : words.addWith(format.words(label))}
    </Button>
  );
}

interface OfMethod {
  method: SavedMethodView;
  /** In turn. */
  all: readonly SavedMethodView[];
}

function MethodRow({ method, all }: OfMethod) {
  const { methods: words } = useText();
  const { turns } = useAutomaticText();
  const format = useFormat();
  const name = cardName(method);
  return (
    <li className="flex items-center gap-3 px-4 py-3 sm:px-5">
      <MethodIcon kind={method.kind} />
      <div className="min-w-0 grow text-body">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          {name}
          {method.isDefault && <StatusChip tone="info">{words.default}</StatusChip>}
          {method.isRefused && <StatusChip tone="danger">{turns.refused}</StatusChip>}
          {method.expiry === 'soon' && <StatusChip tone="attention">{words.soon}</StatusChip>}
          {method.expiry === 'past' && <StatusChip tone="danger">{words.past}</StatusChip>}
        </p>
        <p className="text-13 text-muted">
          {[
            method.expiresOn && `${words.valid} ${format.date(method.expiresOn)}`,
            !method.isRefused && turnWords(turns, method.turn),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <MethodActs method={method} all={all} name={name} />
    </li>
  );
}

function turnWords(turns: ReturnType<typeof useAutomaticText>['turns'], turn: number | null): string {
  if (turn === null) return turns.never;
  return turn === 1 ? turns.first : turns.later(turn);
}

function MethodActs({ method, all, name }: OfMethod & { name: string }) {
  const { methods: words } = useText();
  const { turns } = useAutomaticText();
  const { api: base } = useOrganization();
  const [asking, setAsking] = useState(false);
  const url = `${base}/payment-methods`;
  const choose = useAct(
    (body: object, key) => api.post<void>(`${url}/${method.id}/make-default`, body, key),
    {
      refresh: [url],
      done: () => toast({ words: words.madeDefault(name) }),
    },
  );
  const inTurn = all.filter(({ turn }) => turn !== null).map(({ id }) => id);
  const place = inTurn.indexOf(method.id);
  const order = useAct(
    (methods: readonly string[], key) => api.post<void>(`${url}/turns`, { methods }, key),
    {
      refresh: [url],
      done: () => toast({ words: turns.changed }),
    },
  );
  const move = (by: -1 | 1) => {
    const next = inTurn.filter((id) => id !== method.id);
    next.splice(place + by, 0, method.id);
    void order.run(next);
  };
  const remove = useAct(() => api.delete(`${url}/${method.id}`), {
    refresh: [url],
    done: () => {
      setAsking(false);
      toast({ words: words.removed(name) });
    },
  });
  return (
    <>
      <MoreMenu
        label={words.menu(name)}
        groups={[
          method.isDefault
            ? []
            : [{ label: words.makeDefault, icon: 'refresh', run: () => void choose.run({}) }],
          [
            ...(place > 0 ? [{ label: turns.earlier, icon: 'up' as const, run: () => move(-1) }] : []),
            ...(place >= 0 && place < inTurn.length - 1
              ? [{ label: turns.after, icon: 'down' as const, run: () => move(1) }]
              : []),
            ...(place > 0 || (place === 0 && inTurn.length > 1)
              ? [
                  {
                    label: turns.out,
                    icon: 'close' as const,
                    run: () => void order.run(inTurn.filter((id) => id !== method.id)),
                  },
                ]
              : []),
            ...(place < 0 && inTurn.length > 0
              ? [
                  {
                    label: turns.in,
                    icon: 'plus' as const,
                    run: () => void order.run([...inTurn, method.id]),
                  },
                ]
              : []),
          ],
          [{ label: words.remove, icon: 'trash', destructive: true, run: () => setAsking(true) }],
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.removeTitle(name)}
        effect={method.isDefault ? words.removeDefaultEffect : words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(undefined)}
      />
    </>
  );
}
