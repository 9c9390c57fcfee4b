import type { RefObject } from 'react';
import type { z } from 'zod';
import type { replyShape, TicketDetail, TicketForm } from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Composer } from '../shared/composer.tsx';
import { useText } from '../text/index.ts';
import { isOver } from './standing.tsx';

/** The client's box; it says before what a reply to a settled ticket will do. */
export function Reply({
  ticket,
  url,
  rules,
  field,
}: {
  ticket: TicketDetail;
  url: string;
  rules: TicketForm;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const { write: words } = useText();
  const { api: base, to } = useOrganization();
  const over = isOver(ticket, new Date());
  return (
    <Composer
      field={field}
      label={words.reply}
      placeholder={
        over ? words.goOn : ticket.settledAt && !ticket.mergedInto ? words.reopen : words.placeholder
      }
      verb={words.send}
      icon="send"
      draft={`ticket:${ticket.id}`}
      server={`${url}/draft`}
      uploads={`${base}/uploads`}
      rules={rules}
      send={(body, key) => api.post<z.output<typeof replyShape>>(`${url}/messages`, body, key)}
      refresh={[`${base}/tickets`]}
      sent={words.sent}
      done={({ opened }) => {
        if (!opened) return;
        toast({ words: words.wentOn(opened.number) });
        goTo(to.ticket(opened.id));
      }}
    />
  );
}
