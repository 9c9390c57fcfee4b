import type { z } from 'zod';
import type { ManyChanged, manyBody } from '../../../../../server/modules/support/desk-contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { useAct } from '../../../../kernel/query/use-act.ts';
import { toast } from '../../../../kernel/toast.ts';
import { useText } from '../../text/desk.ts';
import { useManyText } from '../../text/desk-many.ts';

export type Many = z.input<typeof manyBody>;

const changes = '/api/console/tickets/changes';
const refresh = ['/api/console/tickets'];
/** Tickets that are named with why they were left; of more it is said how many there are. */
const namedAtMost = 3;

/** Changes many tickets, says of which it was not done and why, and offers to undo it. */
export function useChangeMany(done: () => void) {
  const words = useManyText();
  const { number } = useText();
  function leftOf({ items }: ManyChanged): string {
    const left = items.filter((one) => !one.done);
    const named = left
      .slice(0, namedAtMost)
      .map((one) => `${one.number === null ? '?' : number(one.number)} ${words.why[one.why ?? 'not_found']}`);
    const more = left.length - named.length;
    return [...named, ...(more > 0 ? [words.andMore(more)] : [])].join(', ');
  }
  const doneOf = ({ items }: ManyChanged) => items.filter((one) => one.done).length;

  const undo = useAct((change: string, key) => api.post<ManyChanged>(`${changes}/${change}/undo`, {}, key), {
    refresh,
    done: (result) => {
      const count = doneOf(result);
      const whole = count === result.items.length;
      toast({
        words: whole ? words.undone(count) : words.undonePartly(count, leftOf(result)),
        tone: whole ? 'good' : 'danger',
      });
    },
  });
  return useAct((body: Many, key) => api.post<ManyChanged>(changes, body, key), {
    refresh,
    done: (result) => {
      const { changeId } = result;
      const count = doneOf(result);
      const left = count < result.items.length;
      toast({
        words: !left
          ? words.done(count)
          : count === 0
            ? words.none(leftOf(result))
            : words.partly(count, leftOf(result)),
        tone: left ? 'danger' : 'good',
        undo: changeId === null ? undefined : () => void undo.run(changeId),
      });
      done();
    },
  });
}
