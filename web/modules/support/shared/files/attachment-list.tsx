import { useEffect, useState } from 'react';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { useText } from '../../text/index.ts';
import { useUploadText } from '../../text/uploads.ts';
import { isPicture } from '../attach-rules.ts';
import type { Attachment, Attachments } from './use-attachments.ts';
import type { Placing } from './use-placing.ts';

const small =
  'grid size-9 shrink-0 cursor-pointer place-items-center rounded text-muted hover:bg-sunken hover:text-ink sm:size-7';

/** Files that go with the message being written: how far each is, where pictures stand in it, and how to take them back. */
export function AttachmentList({ attachments, placing }: { attachments: Attachments; placing: Placing }) {
  const { files: words } = useText();
  if (attachments.items.length === 0) return null;
  return (
    <ul aria-label={words.list} className="flex flex-wrap gap-2">
      {attachments.items.map((one) => (
        <Item key={one.key} {...{ one, attachments, placing }} />
      ))}
    </ul>
  );
}

function Item({
  one,
  attachments,
  placing,
}: {
  one: Attachment;
  attachments: Attachments;
  placing: Placing;
}) {
  const words = useUploadText();
  const format = useFormat();
  const { name, size, share, refusal, upload, file } = one;
  const shows = placing.shows(one);
  const picture = usePreview(refusal ? null : file) ?? attachments.pictureOf(one);
  const remove = refusal ? words.dismiss(name) : upload ? words.remove(name) : words.cancel(name);
  return (
    <li
      className={`relative flex max-w-full min-w-0 items-center gap-2 overflow-hidden rounded border bg-surface ps-2.5 text-13 ${refusal ? 'border-danger-line' : 'border-line'} ${shows === null ? '' : 'flex-wrap pb-1.5'}`}
    >
      {picture ? (
        <img src={picture} alt="" className="-ms-1 size-9 rounded border border-line object-cover" />
      ) : (
        <Icon
          name={refusal ? 'danger' : upload ? 'file' : 'upload'}
          size={16}
          className={refusal ? 'text-danger' : 'text-muted'}
        />
      )}
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
        <button
          type="button"
          className="cursor-pointer font-medium text-accent-text"
          onClick={() => attachments.again(one)}
        >
          {words.again}
        </button>
      )}
      {!refusal && shows === null && placing.mayPlace(one) && (
        <button
          type="button"
          aria-label={words.placeOf(name)}
          className="min-h-9 cursor-pointer font-medium text-accent-text sm:min-h-7"
          onClick={() => placing.place(one)}
        >
          {words.place}
        </button>
      )}
      <button
        type="button"
        aria-label={remove}
        title={remove}
        className={`${small} ${shows === null ? '' : 'ms-auto'}`}
        onClick={() => placing.remove(one)}
      >
        <Icon name="close" size={16} />
      </button>
      {shows !== null && (
        <input
          aria-label={words.showsOf(name)}
          placeholder={words.shows}
          maxLength={100}
          value={shows}
          onChange={(event) => placing.describe(one, event.target.value)}
          className="-ms-1 me-1.5 min-h-9 w-full min-w-48 rounded border border-line bg-page px-2 text-16 sm:min-h-7 sm:text-13"
        />
      )}
    </li>
  );
}

/** A picture as it is in this browser, before or after it was sent. */
function usePreview(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file || !isPicture(file.type)) return setUrl(null);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
