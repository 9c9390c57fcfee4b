import { lazy, Suspense, useState } from 'react';
import type { Message } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { SafeHtmlView } from '../../../ui/safe-html.tsx';
import { useText } from '../text/index.ts';
import { isPicture } from './attach-rules.ts';

type FileOf = Message['files'][number];

const PictureDialog = lazy(() =>
  import('./files/picture-dialog.tsx').then((file) => ({ default: file.PictureDialog })),
);

/** What a message says with its files: pictures to look at, among the words or beneath them, the others to save. */
export function MessageBody({
  html,
  files,
  urlOf,
}: {
  html: string;
  files: readonly FileOf[];
  urlOf: (file: string) => string;
}) {
  const { files: words } = useText();
  const [shown, setShown] = useState<FileOf | null>(null);
  const beneath = files.filter(({ placed }) => !placed);
  return (
    <>
      {/* Links of their own, which a click alone opens here. */}
      <div
        className="text-body [overflow-wrap:anywhere] [&_pre]:whitespace-pre-wrap"
        onClick={(event) => {
          const link = (event.target as Element).closest('.picture')?.getAttribute('href');
          const file = link && files.find(({ id }) => link.endsWith(id));
          if (!file || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          setShown(file);
        }}
      >
        <SafeHtmlView html={html} />
      </div>
      {beneath.length > 0 && (
        <ul aria-label={words.list} className="mt-2 flex flex-wrap gap-2">
          {beneath.map((file) => (
            <li key={file.id} className="max-w-full min-w-0">
              {isPicture(file.type) ? (
                <Picture file={file} url={urlOf(file.id)} onOpen={() => setShown(file)} />
              ) : (
                <Saved file={file} url={urlOf(file.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {shown && (
        <Suspense fallback={null}>
          <PictureDialog file={shown} url={urlOf(shown.id)} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </>
  );
}

function Picture({ file, url, onOpen }: { file: FileOf; url: string; onOpen: () => void }) {
  const { files: words } = useText();
  return (
    <button
      type="button"
      aria-label={words.open(file.name)}
      title={file.name}
      onClick={onOpen}
      className="block cursor-zoom-in overflow-hidden rounded border border-line bg-sunken"
    >
      <img src={url} alt="" loading="lazy" className="size-28 object-cover" />
    </button>
  );
}

function Saved({ file, url }: { file: FileOf; url: string }) {
  const { files: words } = useText();
  const format = useFormat();
  return (
    <a
      href={url}
      download={file.name}
      title={words.download(file.name)}
      className="flex min-h-11 items-center gap-2.5 rounded border border-line bg-surface px-3 py-1.5 text-13 text-ink no-underline hover:bg-sunken"
    >
      <Icon name={/pdf|text|word|document/.test(file.type) ? 'document' : 'file'} className="text-muted" />
      <span className="min-w-0">
        <span className="block max-w-60 truncate font-medium">{file.name}</span>
        <span className="text-muted">{format.bytes(file.size)}</span>
      </span>
      <Icon name="download" size={16} className="text-muted" />
    </a>
  );
}
