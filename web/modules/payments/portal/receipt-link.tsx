import type { ReactNode } from 'react';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Icon } from '../../../ui/icon.tsx';

/** Downloads a receipt. */
export function ReceiptLink({ id, children }: { id: string; children: ReactNode }) {
  const { api: base } = useOrganization();
  const { locale } = useFormat();
  return (
    <a
      href={`${base}/receipts/${id}/document?lang=${locale}`}
      download
      className="inline-flex items-center gap-1.5 self-start font-medium"
    >
      <Icon name="download" size={18} />
      {children}
    </a>
  );
}
