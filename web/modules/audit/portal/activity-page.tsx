import type { AuditFact } from '../../../../server/modules/audit/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { OrganizationPaths, Path } from '../../../kernel/paths.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { type Area, FactFilters } from '../shared/fact-filters.tsx';
import { useText } from '../text/index.ts';

const areas = ['services', 'billing', 'payments', 'orders', 'support', 'organizations', 'directory'] as const;
const icons: Partial<Record<Area, IconName>> = {
  services: 'services',
  provisioning: 'bolt',
  billing: 'billing',
  payments: 'wallet',
  orders: 'cart',
  support: 'support',
  organizations: 'people',
};

export function Page() {
  const text = useText();
  const { activity: words } = text;
  const { api, to } = useOrganization();
  const asked = useFiltered(`${api}/activity`, ['name', 'from', 'to']);
  const list = useList<AuditFact>(asked.url);
  const named: Record<string, string> = text.facts;
  const byWhom = ({ actor }: AuditFact) => {
    if (actor.kind === 'key') return text.key(actor.name ?? '');
    return actor.kind === 'person' ? (actor.name ?? text.team) : actor.kind === 'system' ? text.system : null;
  };
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <FactFilters areas={areas} />
      <Card flush>
        <ListBody
          list={list}
          asked={asked}
          empty={
            <EmptyState icon="history" title={words.empty}>
              {words.emptyHint}
            </EmptyState>
          }
        >
          <div className="px-4 py-4 sm:px-5">
            <Timeline
              items={list.items
                .filter(({ name }) => name in named && !inside.has(name))
                .map((fact) => ({
                  id: fact.id,
                  at: fact.happenedAt,
                  by: byWhom(fact),
                  icon: icons[fact.name.split('.')[0] as Area],
                  words: <Words fact={fact} words={named[fact.name]!} to={to} />,
                }))}
            />
          </div>
        </ListBody>
      </Card>
    </>
  );
}

/** Steps within one act, told by the fact that ends it: a document is issued once it has its number. */
const inside = new Set(['billing.invoice-issued', 'billing.receipt-issued']);

const pages: Record<string, ((to: OrganizationPaths, id: string) => Path) | undefined> = {
  invoice: (to, id) => to.invoice(id),
  order: (to, id) => to.order(id),
  service: (to, id) => to.service(id),
  ticket: (to, id) => to.ticket(id),
};

/** What happened, leading to what it happened to where that has a page. */
function Words({ fact, words, to }: { fact: AuditFact; words: string; to: OrganizationPaths }) {
  const named = [words, calledIn(fact.data)].filter(Boolean).join(' · ');
  const page = pages[fact.subject.kind]?.(to, fact.subject.id);
  return page ? (
    <Link to={page} className="text-ink">
      {named}
    </Link>
  ) : (
    named
  );
}

/** What a fact calls the thing it is about, where it says so: a number, a name, an address. */
function calledIn(data: unknown): string | undefined {
  const { number, name, email, subject } = (data ?? {}) as Record<string, unknown>;
  return [number, name, email, subject].find((value) => typeof value === 'string');
}
