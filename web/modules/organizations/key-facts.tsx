import type { KeyItem } from '../../../server/modules/organizations/key-contract.ts';
import { StatusChip } from '../../ui/status-chip.tsx';
import { Time } from '../../ui/time.tsx';
import { useText } from './text/index.ts';

/** What there is to know of a key at a glance. */
export function KeyFacts({ item }: { item: KeyItem }) {
  const { keys: words, ownRoles, permissions: meaning } = useText();
  const named = (name: string) => meaning[name as keyof typeof meaning] ?? name;
  return (
    <div className="flex min-w-0 flex-col gap-1 text-body">
      <p className="flex flex-wrap items-center gap-x-2 font-medium">
        <span className="min-w-0 [overflow-wrap:anywhere]">{item.name}</span>
        <code className="text-13 font-normal text-muted">{item.prefix}…</code>
        {item.expired && <StatusChip tone="attention">{words.expired}</StatusChip>}
      </p>
      <p className="text-13 text-muted">
        {item.person ? words.actsFor(item.person.name) : words.actsForAll}
        {item.createdBy && !item.person && <> · {words.by(item.createdBy)}</>}
      </p>
      <p className="text-13 text-muted">
        <LastUsed item={item} /> · {item.expired ? words.ended : words.ends}{' '}
        <Time value={item.expiresAt} style="date" />
      </p>
      {item.previousUntil && (
        <p className="text-13 text-muted">
          {words.oldUntil} <Time value={item.previousUntil} />
        </p>
      )}
      {item.networks.length > 0 && (
        <p className="text-13 break-all text-muted">{words.from(item.networks.join(', '))}</p>
      )}
      <details className="text-13">
        <summary className="cursor-pointer py-1 text-muted">
          {ownRoles.holds(item.permissions.length)}
        </summary>
        <ul className="mt-1 list-disc ps-5">
          {item.permissions.map((name) => (
            <li key={name}>{named(name)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function LastUsed({ item }: { item: KeyItem }) {
  const { keys: words } = useText();
  if (!item.lastUsedAt) return <>{words.unused}</>;
  return (
    <>
      {words.used} <Time value={item.lastUsedAt} />
      {item.lastUsedFrom && <> {words.usedFrom(item.lastUsedFrom)}</>}
    </>
  );
}
