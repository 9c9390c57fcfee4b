import { useRef } from 'react';
import type { ClientTicketDetail } from '../../../../server/modules/support/contract.ts';
import { useKey } from '../../../kernel/palette/letters.ts';
import { Card } from '../../../ui/card.tsx';
import { CopiedList } from '../shared/copied/copied-list.tsx';
import { useFollowerText } from '../text/followers.ts';

/** As many as staff may copy by hand. */
const most = 20;

/** Who follows the ticket, and which outside addresses its replies are copied to. */
export function CopiedCard({ ticket, url }: { ticket: ClientTicketDetail; url: string }) {
  const words = useFollowerText();
  const works = ticket.can.work === true && !ticket.mergedInto;
  const list = useRef<HTMLDivElement>(null);
  useKey('f', works && (() => list.current?.querySelector('input')?.focus()));
  return (
    <Card title={words.title}>
      <ul className="flex flex-col gap-1 text-14">
        {ticket.followers.map(({ id, name }) => (
          <li key={id} className="truncate">
            {name}
          </li>
        ))}
      </ul>
      <div ref={list}>
        <CopiedList copied={ticket.copied} url={url} most={works ? most : 0} />
      </div>
    </Card>
  );
}
