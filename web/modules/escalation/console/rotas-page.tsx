import { useState } from 'react';
import type { z } from 'zod';
import type { Rota, rotaList } from '../../../../server/modules/escalation/rota-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, IconButton, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { SwapDialog } from './swap-dialog.tsx';

const url = '/api/console/on-call-rotas';
const to = consolePaths;

/** Who is on call now and then, by rota. */
export function Page() {
  const { rotas: words, list, ticketsTitle } = useText();
  const { items } = useData<z.output<typeof rotaList>>(url, 'escalation.');
  const mayManage = useCan('escalation.rotas.manage');
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[
          { label: ticketsTitle, to: to.tickets() },
          { label: list.title, to: to.escalations() },
        ]}
        act={
          mayManage && (
            <LinkButton icon="plus" wide to={to.rota('new')}>
              {words.add}
            </LinkButton>
          )
        }
      />
      <div className="flex flex-col gap-4">
        {items.length === 0 && (
          <Card flush>
            <EmptyState icon="bell" title={words.empty}>
              {words.emptyHint}
            </EmptyState>
          </Card>
        )}
        {items.map((rota) => (
          <RotaCard key={rota.id} rota={rota} mayManage={mayManage} />
        ))}
      </div>
    </div>
  );
}

function RotaCard({ rota, mayManage }: { rota: Rota; mayManage: boolean }) {
  const { rotas: words } = useText();
  const format = useFormat();
  const [swapping, setSwapping] = useState(false);
  const remove = useAct((id: string) => api.delete(`${url}/${rota.id}/swaps/${id}`), {
    refresh: [url],
    done: () => toast({ words: words.swapRemoved }),
  });
  const [now, ...then] = rota.duties;
  return (
    <Card
      title={rota.name}
      aside={
        mayManage && (
          <LinkButton weight="quiet" icon="edit" to={to.rota(rota.id)}>
            {words.edit}
          </LinkButton>
        )
      }
    >
      <p className="mb-3 text-13 text-muted">{words.turnWords(rota.turn, rota.handover, rota.zone)}</p>
      <dl className="grid gap-x-6 gap-y-3 text-body sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="text-muted">{words.now}</dt>
        <dd>{now && <Duty duty={now} until />}</dd>
        <dt className="text-muted">{words.next}</dt>
        <dd className="flex flex-col gap-1">
          {then.map((duty) => (
            <Duty key={duty.from} duty={duty} />
          ))}
        </dd>
        {rota.swaps.length > 0 && (
          <>
            <dt className="text-muted">{words.swaps}</dt>
            <dd className="flex flex-col gap-1">
              {rota.swaps.map(({ id, person, fromOn, untilOn }) => (
                <span key={id} className="flex flex-wrap items-center gap-x-2">
                  <span className="font-medium">{person.name}</span>
                  <span className="text-13 text-muted">
                    {format.date(fromOn)}
                    {untilOn !== fromOn && ` – ${format.date(untilOn)}`}
                  </span>
                  {mayManage && (
                    <IconButton
                      icon="close"
                      label={words.removeSwap(person.name)}
                      onClick={() => void remove.run(id)}
                    />
                  )}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
      {mayManage && (
        <Button weight="secondary" icon="refresh" className="mt-4" onClick={() => setSwapping(true)}>
          {words.addSwap}
        </Button>
      )}
      {swapping && <SwapDialog rota={rota} onClose={() => setSwapping(false)} />}
    </Card>
  );
}

function Duty({
  duty: { person, from, until, swapped },
  until: showEnd,
}: {
  duty: Rota['duties'][number];
  until?: boolean;
}) {
  const { rotas: words } = useText();
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-medium">{person.name}</span>
      {swapped && <span className="text-13 text-muted">({words.standsIn})</span>}
      <span className="text-13 text-muted">
        {showEnd && `${words.until} `}
        <Time value={showEnd ? until : from} style="dateTime" />
      </span>
    </span>
  );
}
