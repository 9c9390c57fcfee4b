import { api } from '../../../kernel/api/client.ts';
import { useRecoveryText } from '../text/recovery.ts';
import { LinkAct } from './link-act.tsx';

export function Page() {
  const { link } = useRecoveryText();
  return <LinkAct words={link} send={(token) => api.put<void>('/api/recovery/stop', { token })} />;
}
