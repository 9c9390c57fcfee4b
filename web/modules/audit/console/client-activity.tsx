import type { AuditFact } from '../../../../server/modules/audit/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { Card } from '../../../ui/card.tsx';
import { ListSkeleton } from '../../../ui/skeletons.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

/** What happened last with one client, on the client's page. */
export function Part({ organizationId }: { organizationId: string }) {
  const { audit: words, facts, key, system, visitor } = useText();
  const { data } = useSideData<Page<AuditFact>>(`/api/console/audit?organization=${organizationId}&limit=8`);
  const byWhom = ({ kind, name }: AuditFact['actor']) => {
    if (kind === 'key') return key(name ?? '');
    return name ?? (kind === 'system' ? system : visitor);
  };
  return (
    <Card
      flush
      title={words.ofClient}
      aside={<Link to={consolePaths.audit({ organization: organizationId })}>{words.seeAll}</Link>}
    >
      {!data && <ListSkeleton />}
      {data?.items.length === 0 && (
        <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.emptyHint}</p>
      )}
      <ul className="divide-y divide-line text-body">
        {data?.items.map(({ id, name, actor, happenedAt }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 px-4 py-2 sm:px-5">
            <span>
              {(facts as Record<string, string>)[name] ?? name}
              <span className="text-muted"> · {byWhom(actor)}</span>
            </span>
            <span className="text-13 text-muted">
              <Time value={happenedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
