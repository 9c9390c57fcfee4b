import type { TicketDetail } from '../../../../../server/modules/support/contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { useAct } from '../../../../kernel/query/use-act.ts';
import { useKernelText } from '../../../../kernel/text/index.ts';
import { toast } from '../../../../kernel/toast.ts';
import { MoreMenu } from '../../../../ui/more-menu.tsx';
import { type ActsProps, MessageActs } from '../../shared/acts/message-acts.tsx';
import { useText } from '../../text/index.ts';

/** What a client does with a message. */
export const ActsOf = (props: ActsProps) => <MessageActs {...props} />;

/** Says that a ticket is done. */
export function Close({ ticket, url }: { ticket: TicketDetail; url: string }) {
  const { ticket: words } = useText();
  const text = useKernelText();
  const close = useAct((_: undefined, key) => api.post(`${url}/close`, undefined, key), {
    refresh: [url.slice(0, url.lastIndexOf('/'))],
    done: () => toast({ words: words.closed }),
  });
  if (ticket.can.close !== true) return null;
  return (
    <MoreMenu
      label={text.moreActions}
      groups={[[{ label: words.close, icon: 'check', run: () => void close.run(undefined) }]]}
    />
  );
}
