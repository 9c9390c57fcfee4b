import { type ClipboardEvent, type RefObject, useEffect } from 'react';
import type { TicketForm, Upload } from '../../../../../server/modules/support/contract.ts';
import { DraftLine } from '../drafts/draft-line.tsx';
import { useKeeper } from '../drafts/use-keeper.ts';
import { AttachmentList } from './attachment-list.tsx';
import { useAttachments } from './use-attachments.ts';
import { useIncomingFiles } from './use-incoming-files.ts';
import { usePlacing } from './use-placing.ts';

/** What the composer knows of the files that go with its message. */
export interface ComposedFiles {
  uploads: Upload[];
  /** Some are still on their way. */
  busy: boolean;
  /** Some hover above the page. */
  over: boolean;
  add: (files: readonly File[]) => void;
  clear: () => void;
  /** Of the draft on the server, once it is looked after. */
  settle?: () => Promise<string | undefined>;
  sent?: () => void;
  onPaste?: (event: ClipboardEvent) => void;
}

/**
 * The files of a message being written, chosen, pasted or dropped, and the draft of it all on the server; it tells the composer, which
 * comes without it, of every change.
 */
export function ComposerFiles({
  url,
  rules,
  kept,
  first,
  active,
  onChange,
  text,
  onText,
  field,
  draft,
  server,
}: {
  url: string;
  rules: TicketForm | undefined;
  kept: readonly Upload[];
  /** Chosen before this was here. */
  first: readonly File[];
  active: boolean;
  onChange: (files: ComposedFiles) => void;
  text: string;
  onText: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Its name in this tab, and its address on the server. */
  draft: string;
  server: string;
}) {
  const attachments = useAttachments(url, rules, kept);
  const { items, uploads, busy, add, set } = attachments;
  const { keeper, standing } = useKeeper(
    { subject: '', text, choices: {}, files: uploads },
    {
      url: server,
      name: draft,
      local: (content) => ({ text: content.text, files: content.files }),
      take(found) {
        onText(found.text);
        set(found.files);
      },
    },
  );
  const { settle, sent } = keeper;
  const clear = () => set([]);
  const placing = usePlacing(attachments, text, field);
  const { over, onPaste } = useIncomingFiles(active, field, (files, into) =>
    into ? placing.addPlaced(files) : add(files),
  );
  useEffect(() => {
    if (first.length > 0) add(first);
    // Only once: what is chosen from here on comes through `add`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    onChange({ uploads, busy, over, add, clear, onPaste, settle, sent });
    // All of these follow from the items, the rules and what hovers.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [items, rules, over]);
  return (
    <>
      <AttachmentList attachments={attachments} placing={placing} />
      <DraftLine
        standing={standing}
        keeper={keeper}
        className="absolute -top-2 end-3 rounded bg-surface px-1.5 leading-4"
      />
    </>
  );
}
