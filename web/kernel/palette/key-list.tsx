import { KeyHint } from '../../ui/key-hint.tsx';

/** What keys do, line by line. */
export function KeyList({ rows }: { rows: readonly { words: string; keys: readonly string[] }[] }) {
  return (
    <dl className="divide-y divide-line text-body">
      {rows.map(({ words, keys }) => (
        <div key={words} className="flex items-center justify-between gap-4 py-2">
          <dt>{words}</dt>
          <dd>
            <KeyHint keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
