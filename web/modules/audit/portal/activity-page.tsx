import type { AuditFact } from '../../../../server/modules/audit/contract.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { type Area, FactFilters } from '../shared/fact-filters.tsx';
import { useText } from '../text/index.ts';

const areas = ['services', 'billing', 'payments', 'orders', 'support', 'organizations'] as const;
const icons: Partial<Record<Area, IconName>> = {
  services: 'services',
  provisioning: 'bolt',
  billing: 'billing',
  payments: 'wallet',
  orders: 'cart',
  support: 'support',
  organizations: 'people',
};
const filters = ['name', 'from', 'to'] as const;

export function Page() {
  const text = useText();
  const { activity: words } = text;
  const { api } = useOrganization();
  const search = useSearch();
  const asked = Object.fromEntries(filters.map((name) => [name, search.get(name)]));
  const list = useList<AuditFact>(withQuery(`${api}/activity`, asked));
  const named: Record<string, string> = text.facts;
  const byWhom = ({ actor }: AuditFact) =>
    actor.kind === 'person' ? (actor.name ?? text.team) : actor.kind === 'system' ? text.system : null;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <FactFilters areas={areas} />
      <Card flush>
        <ListBody
          list={list}
          empty={
            filters.some((name) => search.get(name)) ? (
              <NoResult onClear={() => search.set({ name: null, from: null, to: null })} />
            ) : (
              <EmptyState icon="history" title={words.empty}>
                {words.emptyHint}
              </EmptyState>
            )
          }
        >
          <div className="px-4 py-4 sm:px-5">
            <Timeline
              items={list.items
                .filter(({ name }) => name in named)
                .map((fact) => ({
                  id: fact.id,
                  at: fact.happenedAt,
                  by: byWhom(fact),
                  icon: icons[fact.name.split('.')[0] as Area],
                  words: [named[fact.name], calledIn(fact.data)].filter(Boolean).join(' · '),
                }))}
            />
          </div>
        </ListBody>
      </Card>
    </>
  );
}

/** What a fact calls the thing it is about, where it says so: a number, a name, an address. */
function calledIn(data: unknown): string | undefined {
  const { number, name, email, subject } = (data ?? {}) as Record<string, unknown>;
  return [number, name, email, subject].find((value) => typeof value === 'string');
}
