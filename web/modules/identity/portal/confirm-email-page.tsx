import { api } from '../../../kernel/api/client.ts';
import { useText } from '../text/index.ts';
import { LinkAct } from './link-act.tsx';

export function Page() {
  const { email } = useText();
  return <LinkAct words={email.confirm} send={(token) => api.put<void>('/api/email', { token })} />;
}
