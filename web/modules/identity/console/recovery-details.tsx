import type { Recovery } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Time } from '../../../ui/time.tsx';
import { useRecoveryText } from '../text/recovery.ts';

/** A recovery under way: why, who answers for it, and how it ends. */
export function RecoveryDetails({ recovery, onDone }: { recovery: Recovery; onDone: () => void }) {
  const { desk } = useRecoveryText();
  const { person, can } = recovery;
  const url = `/api/console/people/${person.id}/recovery`;
  const refresh = ['/api/console/recoveries'];
  const withdraw = useAct(() => api.delete(url), {
    refresh,
    done: () => {
      onDone();
      toast({ words: desk.withdrawn(person.name) });
    },
  });
  const approve = useAct((_: undefined, key) => api.post<Recovery>(`${url}/approve`, undefined, key), {
    refresh,
    done: () => {
      onDone();
      toast({ words: desk.approved });
    },
  });
  return (
    <>
      <DefinitionList
        facts={[
          { term: desk.reason, value: <span className="whitespace-pre-line">{recovery.reason}</span> },
          { term: desk.vouchedBy, value: recovery.vouchedBy },
          { term: desk.began, value: recovery.beganBy.name },
          { term: desk.due, value: <Time value={recovery.dueAt} style="dateTime" /> },
        ]}
      />
      {recovery.approval === 'awaited' && (
        <>
          <p className="text-body text-muted">{desk.second}</p>
          <Button
            wide
            busy={approve.busy}
            reason={can.approve === true ? undefined : reasonWords(can.approve.no)}
            onClick={() => void approve.run(undefined)}
          >
            {desk.approve}
          </Button>
        </>
      )}
      <Button weight="destructive" wide busy={withdraw.busy} onClick={() => void withdraw.run(undefined)}>
        {desk.withdraw}
      </Button>
    </>
  );
}
