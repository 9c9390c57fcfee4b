import type { Opened } from '../../../../server/modules/guests/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { classes } from '../../../ui/classes.ts';
import { SafeHtmlView } from '../../../ui/safe-html.tsx';
import { useText } from '../text/index.ts';

type Message = NonNullable<Opened['ticket']>['messages'][number];

/** What one of both sides said. */
export function Said({
  message: { author, html, postedAt, files, editedAt, redacted },
}: {
  message: Message;
}) {
  const { message: words } = useText();
  const format = useFormat();
  const ours = author.kind === 'client';
  return (
    <li className="flex max-w-full">
      <article
        className={classes(
          'max-w-[92%] min-w-0 rounded border px-3.5 pt-2.5 pb-3',
          ours ? 'ms-auto border-accent-line bg-accent-soft' : 'border-line bg-surface',
        )}
      >
        <header className="mb-1 flex flex-wrap items-baseline gap-x-2 text-13">
          <span className="font-medium">{author.me ? words.you : author.name}</span>
          {!ours && <span className="text-muted">{words.us}</span>}
          <time dateTime={postedAt} className="text-12 text-muted">
            {format.dateTime(postedAt)}
          </time>
          {editedAt && <span className="text-12 text-muted">{words.edited(format.dateTime(editedAt))}</span>}
        </header>
        <div className="text-body [overflow-wrap:anywhere] [&_pre]:whitespace-pre-wrap">
          {redacted ? (
            <p className="text-muted italic">
              {words.redacted(redacted.by, format.dateTime(redacted.at), redacted.reason)}
            </p>
          ) : (
            <SafeHtmlView html={html as never} />
          )}
        </div>
        {files.length > 0 && (
          <p className="mt-2 text-13 text-muted">
            {words.files} {files.map(({ name }) => name).join(', ')}
          </p>
        )}
      </article>
    </li>
  );
}
