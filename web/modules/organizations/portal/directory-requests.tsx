import type { Directory } from '../../../../server/modules/directory/contract.ts';
import { Card } from '../../../ui/card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

type Request = Directory['requests'][number];

/** What the directory asked lately, and why some of it was refused. The reasons are in English, as the directory is told them too. */
export function DirectoryRequests({ requests }: { requests: readonly Request[] }) {
  const { directory: words } = useText();
  return (
    <Card title={words.lately} flush>
      {requests.length === 0 && <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.quiet}</p>}
      <ul className="divide-y divide-line">
        {requests.map((one) => (
          <li key={one.id} className="px-4 py-2.5 text-body sm:px-5">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {words.what[one.about][one.method]} <span className="font-medium">{one.name}</span>
              </span>
              {one.detail !== null && (
                <StatusChip tone="attention">{`${words.refused} · ${one.status}`}</StatusChip>
              )}
            </p>
            {one.detail !== null && (
              <p lang="en" className="text-13 [overflow-wrap:anywhere]">
                {one.detail}
              </p>
            )}
            <p className="text-13 text-muted">
              <Time value={one.at} />
              {one.key && <> · {one.key}</>}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
