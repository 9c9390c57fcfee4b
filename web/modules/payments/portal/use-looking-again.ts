import { useEffect, useRef } from 'react';
import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { type Act, useAct } from '../../../kernel/query/use-act.ts';

/** Between two questions to the gateway while somebody looks, in milliseconds; live facts are faster, this is for lost ones. */
const pause = 15_000;

/**
 * Has the gateway asked, on demand and by itself: once when somebody comes back from its page, and again while an outcome is being
 * worked on and the page is looked at.
 */
export function useLookingAgain(url: string, attempt: AttemptView): Act<object, AttemptView> {
  const check = useAct((body: object, key) => api.post<AttemptView>(`${url}/check`, body, key), {
    refresh: [url],
    failed: () => undefined,
  });
  const { status, next, can } = attempt;
  const cameBack = status === 'requires_action' && next?.kind === 'redirect';
  const working =
    status === 'unknown' || status === 'processing' || status === 'authorized' || status === 'created';
  const run = useRef(check.run);
  useEffect(() => {
    run.current = check.run;
  });
  const mayAsk = can.check === true;
  useEffect(() => {
    if (mayAsk && (cameBack || working)) void run.current({});
    if (!working) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void run.current({});
    }, pause);
    return () => clearInterval(timer);
  }, [mayAsk, cameBack, working]);
  return check;
}
