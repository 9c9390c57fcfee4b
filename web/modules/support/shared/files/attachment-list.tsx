import { useFormat } from '../../../../kernel/format/use-format.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { useText } from '../../text/index.ts';
import { useUploadText } from '../../text/uploads.ts';
import type { Attachment, Attachments } from './use-attachments.ts';

const small =
  'grid size-9 shrink-0 cursor-pointer place-items-center rounded text-muted hover:bg-sunken hover:text-ink sm:size-7';

/** Files that go with the message being written: how far each is, and how to take it back. */
export function AttachmentList({ attachments }: { attachments: Attachments }) {
  const { files: words } = useText();
  if (attachments.items.length === 0) return null;
  return (
    <ul aria-label={words.list} className="flex flex-wrap gap-2">
      {attachments.items.map((one) => (
        <Item
          key={one.key}
          one={one}
          onRemove={() => attachments.remove(one.key)}
          onAgain={() => attachments.again(one)}
        />
      ))}
    </ul>
  );
}

function Item({ one, onRemove, onAgain }: { one: Attachment; onRemove: () => void; onAgain: () => void }) {
  const words = useUploadText();
  const format = useFormat();
  const { name, size, share, refusal, upload, file } = one;
  const remove = refusal ? words.dismiss(name) : upload ? words.remove(name) : words.cancel(name);
  return (
    <li
      className={`relative flex max-w-full min-w-0 items-center gap-2 overflow-hidden rounded border bg-surface ps-2.5 text-13 ${refusal ? 'border-danger-line' : 'border-line'}`}
    >
      <Icon
        name={refusal ? 'danger' : upload ? 'file' : 'upload'}
        size={16}
        className={refusal ? 'text-danger' : 'text-muted'}
      />
      <span className="min-w-0 py-1">
        <span className="block max-w-56 truncate font-medium" title={name}>
          {name}
        </span>
        <span className={refusal ? 'block text-danger' : 'block text-muted'}>
          {refusal ?? (upload ? format.bytes(size) : format.percent(Math.floor(share * 100) / 100))}
        </span>
        <span role="status" className="sr-only">
          {refusal ? `${name}: ${refusal}` : upload && words.ready(name)}
        </span>
      </span>
      {!upload && !refusal && (
        <span
          role="progressbar"
          aria-label={words.sending(name)}
          aria-valuenow={Math.round(share * 100)}
          className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-accent transition-transform"
          style={{ transform: `scaleX(${share})` }}
        />
      )}
      {refusal && file && (
        <button type="button" className="cursor-pointer font-medium text-accent-text" onClick={onAgain}>
          {words.again}
        </button>
      )}
      <button type="button" aria-label={remove} title={remove} className={small} onClick={onRemove}>
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}
