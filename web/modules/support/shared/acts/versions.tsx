import { useFormat } from '../../../../kernel/format/use-format.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { useActsText } from '../../text/acts.ts';
import { useWorded } from './use-worded.ts';

/** All that a message said, the newest first, with what became of the words. */
export function Versions({ url }: { url: string }) {
  const words = useActsText();
  const format = useFormat();
  const { known, problem } = useWorded(url);
  if (problem) return <Banner tone="danger" title={problem} />;
  if (!known) return <div className="skeleton h-28 rounded" />;
  const { versions } = known;
  if (versions.length === 0) return <p className="text-body text-muted">{words.nothingLeft}</p>;
  return (
    <>
      <p className="text-13 text-muted">
        <del className="rounded bg-danger-soft px-1 text-danger">{words.takenOut}</del>{' '}
        <ins className="rounded bg-good-soft px-1 text-good">{words.putIn}</ins>
      </p>
      <ol className="flex flex-col gap-4">
        {versions.toReversed().map(({ version, by, at, parts }, index) => (
          <li key={version}>
            <h3 className="text-13 font-medium">
              {index === 0 ? words.now : version === 1 ? words.first : words.before}
              <span className="font-normal text-muted">
                {' '}
                · {by} · <time dateTime={at}>{format.dateTime(at)}</time>
              </span>
            </h3>
            <p className="mt-1 rounded border border-line bg-surface px-3 py-2 text-body [overflow-wrap:anywhere] whitespace-pre-wrap">
              {parts.map(({ kind, text }, part) =>
                kind === 'same' ? (
                  <span key={part}>{text}</span>
                ) : kind === 'removed' ? (
                  <del key={part} className="rounded bg-danger-soft text-danger">
                    {text}
                  </del>
                ) : (
                  <ins key={part} className="rounded bg-good-soft text-good">
                    {text}
                  </ins>
                ),
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
