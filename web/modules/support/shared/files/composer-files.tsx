import { type ClipboardEvent, useEffect } from 'react';
import type { TicketForm, Upload } from '../../../../../server/modules/support/contract.ts';
import { AttachmentList } from './attachment-list.tsx';
import { useAttachments } from './use-attachments.ts';
import { useIncomingFiles } from './use-incoming-files.ts';

/** What the composer knows of the files that go with its message. */
export interface ComposedFiles {
  uploads: Upload[];
  /** Some are still on their way. */
  busy: boolean;
  /** Some hover above the page. */
  over: boolean;
  add: (files: readonly File[]) => void;
  clear: () => void;
  onPaste?: (event: ClipboardEvent) => void;
}

/** The files of a message being written, chosen, pasted or dropped; it tells the composer, which comes without it, of every change. */
export function ComposerFiles({
  url,
  rules,
  kept,
  first,
  active,
  onChange,
}: {
  url: string;
  rules: TicketForm | undefined;
  kept: readonly Upload[];
  /** Chosen before this was here. */
  first: readonly File[];
  active: boolean;
  onChange: (files: ComposedFiles) => void;
}) {
  const attachments = useAttachments(url, rules, kept);
  const { items, uploads, busy, add, clear } = attachments;
  const { over, onPaste } = useIncomingFiles(active, add);
  useEffect(() => {
    if (first.length > 0) add(first);
    // Only once: what is chosen from here on comes through `add`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    onChange({ uploads, busy, over, add, clear, onPaste });
    // All of these follow from the items, the rules and what hovers.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [items, rules, over]);
  return <AttachmentList attachments={attachments} />;
}
