import { useState } from 'react';
import type { ServicePauses } from '../../../../server/modules/pauses/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useText } from '../text/pause.ts';
import { MovePause } from './move-pause.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import type { PauseProps } from './pause-props.ts';

/** On a service's page: its pause with the days, or the way to one; nothing where it is not offered. */
export function PauseCard(props: PauseProps) {
  const words = useText();
  const { data } = useSideData<ServicePauses>(`${props.url}/pauses`, [
    { facts: 'services.', subject: props.serviceId },
  ]);
  if (!data || (!data.pause && !data.offer && data.earlier.length === 0)) return null;
  return (
    <Card title={words.card}>
      <div className="flex flex-col items-start gap-3">
        {data.pause ? <Running {...props} data={data} /> : data.offer && <Offer {...props} data={data} />}
        <Earlier data={data} />
      </div>
    </Card>
  );
}

type With = PauseProps & { data: ServicePauses };

function Offer({ data, ...props }: With) {
  const words = useText();
  const [open, setOpen] = useState(false);
  const { can, left } = data;
  const why = can.pause === true ? null : (words.no[can.pause.no] ?? reasonWords(can.pause.no));
  return (
    <>
      <p className="text-body text-muted">
        {props.desk ? words.deskHint : words.hint}
        {left !== null && left > 0 && ` ${words.left(left)}.`}
      </p>
      <Button weight="secondary" icon="pause" reason={why} onClick={() => setOpen(true)}>
        {words.act}
      </Button>
      <PauseDialog {...props} data={data} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function Running({ data, ...props }: With) {
  const words = useText();
  const format = useFormat();
  const [open, setOpen] = useState<'resume' | 'withdraw' | 'move' | null>(null);
  const close = () => setOpen(null);
  const end = usePauseAct(props, 'end', words.resumed(props.name), close);
  const withdraw = usePauseAct(props, 'withdraw', words.withdrawn(props.name), close);
  const { runs, on, resumeOn, keptDays, today } = data.pause!;
  const { can } = data;
  const why = (ability: true | { no: string }) => (ability === true ? null : reasonWords(ability.no));
  const effect =
    today?.paidThrough && today.paidThrough > data.today
      ? words.resumePaid(format.date(today.paidThrough))
      : today?.nextInvoiceOn
        ? words.resumeInvoice
        : words.resumeFree;
  return (
    <>
      <div>
        <p className="text-body font-medium">
          {runs ? words.runs(format.date(on)) : words.planned(format.date(on))}
        </p>
        <p className="mt-1 text-body text-muted">
          {[
            runs ? words.runsHint : words.plannedHint,
            resumeOn ? words.until(format.date(resumeOn)) : words.open,
            keptDays > 0 && words.keptOf(keptDays),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {runs ? (
          <Button icon="play" reason={why(can.resume)} onClick={() => setOpen('resume')}>
            {words.resume}
          </Button>
        ) : (
          <Button
            weight="secondary"
            busy={withdraw.busy}
            reason={why(can.withdraw)}
            onClick={() => void withdraw.run(undefined)}
          >
            {words.withdraw}
          </Button>
        )}
        <Button weight="secondary" reason={why(can.move)} onClick={() => setOpen('move')}>
          {words.move}
        </Button>
      </div>
      <ConfirmDialog
        open={open === 'resume'}
        onClose={close}
        title={words.resumeTitle(props.name)}
        effect={effect}
        verb={words.resume}
        busy={end.busy}
        onConfirm={() => void end.run(undefined)}
      />
      {open === 'move' && <MovePause {...props} data={data} onClose={close} />}
    </>
  );
}

function usePauseAct({ url }: PauseProps, act: 'end' | 'withdraw', done: string, close: () => void) {
  return useAct((_: undefined, key) => api.post<ServicePauses>(`${url}/pauses/${act}`, undefined, key), {
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: () => {
      close();
      toast({ words: done });
    },
  });
}

function Earlier({ data: { earlier } }: { data: ServicePauses }) {
  const words = useText();
  const format = useFormat();
  if (earlier.length === 0) return null;
  return (
    <details className="text-13 text-muted">
      <summary className="cursor-pointer">{words.earlier}</summary>
      <ul className="mt-1 flex flex-col gap-1">
        {earlier.map(({ id, on, endedOn, byStaff, credit }) => (
          <li key={id}>
            {[
              words.earlierOf(format.date(on), format.date(endedOn ?? on)),
              credit.amount > 0 && words.credited(format.money(credit)),
              byStaff && words.byStaff,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
