import type { AuditFact } from '../../../../server/modules/audit/contract.ts';
import { useText } from '../text/index.ts';

/** What happened in words, its name beside, and what was recorded with it behind a press. */
export function FactCell({ fact }: { fact: AuditFact }) {
  const { facts, audit: words } = useText();
  const called = (facts as Record<string, string>)[fact.name];
  const recorded = Object.entries((fact.data ?? {}) as Record<string, unknown>);
  return (
    <details className="min-w-0">
      <summary className="cursor-pointer break-words">
        <span className="font-medium">{called ?? fact.name}</span>
        {fact.subject.name && <span className="font-normal"> · {fact.subject.name}</span>}
        {called && <code className="ms-2 text-12 font-normal text-muted">{fact.name}</code>}
      </summary>
      <dl className="mt-1 mb-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 ps-4 text-13 font-normal">
        <dt className="text-muted">{words.position}</dt>
        <dd className="tabular-nums">{fact.position}</dd>
        <dt className="text-muted">{words.subject}</dt>
        <dd className="break-all">
          {fact.subject.kind} {fact.subject.id}
        </dd>
        {recorded.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="break-all">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
