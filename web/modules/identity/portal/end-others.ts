import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { useText } from '../text/index.ts';

export const sessionsUrl = '/api/me/sessions';

/** Signs every other device out. */
export function useEndOthers(done: () => void) {
  const { security } = useText();
  return useAct(() => api.delete(sessionsUrl), {
    refresh: [sessionsUrl],
    done: () => {
      done();
      toast({ words: security.othersSignedOut });
    },
  });
}
