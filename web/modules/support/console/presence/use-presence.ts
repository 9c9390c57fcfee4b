import { useEffect, useRef } from 'react';
import type { Presence } from '../../../../../server/modules/support/desk-contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { keyOf, queryClient } from '../../../../kernel/query/client.ts';
import { useSideData } from '../../../../kernel/query/use-data.ts';

/** The server forgets who is silent for three of these. Milliseconds. */
const sayEvery = 15_000;
/** Who has typed nothing for so long writes no more. */
const typingLasts = 6_000;

/** Sent to its end although the page may be going. */
const leave = (url: string) => void fetch(url, { method: 'DELETE', keepalive: true }).catch(() => undefined);

/**
 * Says that this ticket is before somebody, while the page can be seen, and that they write in it; `people` are the others. Call
 * `typed` at each stroke.
 */
export function usePresence(ticketId: string) {
  const url = `/api/console/tickets/${ticketId}/presence`;
  const { data } = useSideData<Presence>(url, { facts: 'passing.', subject: ticketId });
  const typed = useRef(() => {});

  useEffect(() => {
    let typing = false;
    let pause: ReturnType<typeof setTimeout> | undefined;
    // What comes back after leaving says nothing of who is there now.
    let here = false;
    const say = () => {
      if (!here) return;
      const said = Date.now();
      api.put<Presence>(url, { typing }).then(
        (others) => {
          // What was read after this was said knows better.
          const read = queryClient.getQueryState(keyOf(url))?.dataUpdatedAt ?? 0;
          if (here && read <= said) queryClient.setQueryData(keyOf(url), others);
        },
        () => undefined,
      );
    };
    const set = (now: boolean) => {
      if (typing === now) return;
      typing = now;
      say();
    };
    const go = () => {
      if (!here) return;
      here = typing = false;
      leave(url);
    };
    const look = () => {
      if (document.visibilityState !== 'visible') return go();
      if (here) return;
      here = true;
      say();
    };
    typed.current = () => {
      clearTimeout(pause);
      pause = setTimeout(() => set(false), typingLasts);
      set(true);
    };
    look();
    const beat = setInterval(say, sayEvery);
    document.addEventListener('visibilitychange', look);
    // Comes before a page that goes is hidden: some browsers send nothing after that.
    addEventListener('pagehide', go);
    return () => {
      clearInterval(beat);
      clearTimeout(pause);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pagehide', go);
      go();
    };
  }, [url]);

  return { people: data?.items ?? [], typed: () => typed.current() };
}
