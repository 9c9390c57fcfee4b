import { useState } from 'react';
import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import type { ManyOptions } from '../../../../server/modules/payments/many-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { ListSkeleton } from '../../../ui/skeletons.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { MethodIcon } from '../parts/method-icon.tsx';
import { useBackText } from '../text/back.ts';
import { useText } from '../text/index.ts';
import { ActInSight } from './act-in-sight.tsx';
import { useWays } from './way.ts';

interface Props {
  invoices: readonly string[];
  /** Back to the choice of invoices. */
  onChange: () => void;
}

/** How to pay what was chosen; the sum is what the server says is owed now. */
export function PayTogether(props: Props) {
  const { api: base } = useOrganization();
  const { data: options } = useSideData<ManyOptions>(
    `${base}/payment-options?invoices=${props.invoices.join(',')}`,
    ['payments.', 'billing.'],
  );
  return options ? <Ways {...props} options={options} /> : <ListSkeleton />;
}

function Ways({ invoices, options, onChange }: Props & { options: ManyOptions }) {
  const { many: words } = useBackText();
  const { pay } = useText();
  const { api: base, to } = useOrganization();
  const format = useFormat();
  const possible = useWays(options, false);
  const [value, setValue] = useState('');
  const open = possible.filter(({ reason }) => !reason);
  const chosen = open.find((way) => way.value === value) ?? open[0];
  const act = useAct((body: object, key) => api.post<AttemptView>(`${base}/payments`, body, key), {
    refresh: [`${base}/invoices`],
    done: (attempt) => {
      if (attempt.next?.kind === 'redirect') location.assign(attempt.next.url);
      else goTo(to.payment(attempt.id));
    },
  });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-6">
      <Card>
        {possible.length === 0 ? (
          <EmptyState small icon="wallet" title={pay.noWay}>
            {pay.noWayHint}
          </EmptyState>
        ) : (
          <RadioCards
            name="way"
            label={words.how}
            value={chosen?.value ?? ''}
            onValue={setValue}
            choices={possible.map(({ value: id, label, hint, reason, kind }) => ({
              value: id,
              label,
              hint,
              ...(reason ? { reason } : {}),
              aside: <MethodIcon kind={kind} />,
            }))}
          />
        )}
      </Card>
      <aside aria-label={words.total} className="flex flex-col gap-3 lg:sticky lg:top-6">
        <Card title={words.total}>
          <p className="text-26 font-bold tracking-tight">
            <MoneyText value={options.total} />
          </p>
          <p className="text-body text-muted">{words.chosen(options.invoices.length)}</p>
        </Card>
        {chosen?.how && (
          <ActInSight>
            <Button wide busy={act.busy} onClick={() => void act.run({ invoices, how: chosen.how })}>
              {words.pay(format.money(options.total))}
            </Button>
          </ActInSight>
        )}
        <Button weight="secondary" wide onClick={onChange}>
          {words.change}
        </Button>
      </aside>
    </div>
  );
}
