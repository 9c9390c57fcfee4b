import { api } from '../../../kernel/api/client.ts';
import { useText } from '../text/index.ts';
import { LinkAct } from './link-act.tsx';

export function Page() {
  const { signIns } = useText();
  return <LinkAct words={signIns.notMe} send={(token) => api.put<void>('/api/sign-ins/disown', { token })} />;
}
