import { useEffect } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { refresh } from '../../../kernel/query/client.ts';

/**
 * Says that what the other side wrote has been read, once somebody looks: not while the page lies in the background. A failure is
 * made good by the next look. `lists`: the addresses that show whether it is unread.
 */
export function useMarkRead(
  ticket: { unread: boolean; lastMessageAt: string },
  url: string,
  lists: string,
  may = true,
): void {
  const { unread, lastMessageAt } = ticket;
  useEffect(() => {
    if (!unread || !may) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', look);
      api.put(`${url}/read`, {}).then(
        () => refresh(lists),
        () => undefined,
      );
    };
    document.addEventListener('visibilitychange', look);
    look();
    return () => document.removeEventListener('visibilitychange', look);
  }, [unread, may, lastMessageAt, url, lists]);
}
