import { useEffect, useRef } from 'react';
import type { TicketForm, Upload } from '../../../../../server/modules/support/contract.ts';
import type { FieldBinding } from '../../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { Button } from '../../../../ui/button.tsx';
import { Field, inputClass } from '../../../../ui/field.tsx';
import { useText } from '../../text/index.ts';
import { useUploadText } from '../../text/uploads.ts';
import { AttachmentList } from './attachment-list.tsx';
import { megabytes, useAttachments } from './use-attachments.ts';
import { useIncomingFiles } from './use-incoming-files.ts';
import { usePlacing } from './use-placing.ts';

/** The first message of a ticket with its files, inside a form that keeps both. */
export function MessageField({
  field,
  label,
  hint,
  uploads,
  rules,
  files,
  onFiles,
}: {
  field: FieldBinding<string>;
  label: string;
  hint: string;
  uploads: string;
  rules: TicketForm;
  files: readonly Upload[];
  onFiles: (files: { uploads: Upload[]; busy: boolean }) => void;
}) {
  const { files: words } = useText();
  const upload = useUploadText();
  const format = useFormat();
  const picker = useRef<HTMLInputElement>(null);
  const attachments = useAttachments(uploads, rules, files);
  const written = useRef<HTMLTextAreaElement>(null);
  const placing = usePlacing(attachments, field.value, written);
  const { over, onPaste } = useIncomingFiles(true, written, (chosen, into) =>
    into ? placing.addPlaced(chosen) : attachments.add(chosen),
  );
  const { busy } = attachments;
  const ids = attachments.uploads.map(({ id }) => id).join();
  // The list is a new one on every render; its ids tell whether it is another.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => onFiles({ uploads: attachments.uploads, busy }), [ids, busy]);
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint={hint} error={field.error}>
        {(ties) => (
          <textarea
            {...ties}
            ref={written}
            name={field.name}
            rows={6}
            required
            maxLength={20_000}
            value={field.value}
            placeholder={over ? words.drop : undefined}
            onPaste={onPaste}
            onChange={(event) => field.onValue(event.target.value)}
            className={`${inputClass} field-sizing-content min-h-36 py-2.5 sm:min-h-36 ${over ? 'outline-2 outline-accent-ring' : ''}`}
          />
        )}
      </Field>
      <AttachmentList attachments={attachments} placing={placing} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button weight="secondary" icon="attach" onClick={() => picker.current?.click()}>
          {words.attach}
        </Button>
        <span className="text-13 text-muted">{upload.hint(megabytes(rules.maxFileBytes, format))}</span>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={words.attach}
        accept={attachments.accept}
        className="hidden"
        onChange={(event) => {
          attachments.add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
