import type { BillingSummary } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useVisit } from '../../../kernel/pages/visit.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCurrentOrganization, useOrganization } from '../../../kernel/session/organization.ts';
import { paths } from '../../../kernel/paths.ts';
import { Banner } from '../../../ui/banner.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/banner.ts';

/** Says on every page that something is overdue, except where the page itself does: of a service, its own page. */
export function Part() {
  const { pathname } = useVisit();
  const organization = useCurrentOrganization();
  const to = organization && paths.organization(organization.slug);
  const saidHere =
    !to ||
    pathname === to.home() ||
    pathname.startsWith(to.invoices()) ||
    pathname.startsWith(`${to.services()}/`);
  const { data } = useSideData<BillingSummary>(
    organization && !saidHere ? `/api/organizations/${organization.id}/billing-summary` : null,
    'billing.',
  );
  const overdue = data?.currencies.filter((one) => one.overdueCount > 0) ?? [];
  return saidHere || overdue.length === 0 ? null : <Overdue overdue={overdue} />;
}

/** On its own, so that the module's words are loaded only when there is something to say. */
function Overdue({ overdue }: { overdue: BillingSummary['currencies'] }) {
  const words = useText();
  const format = useFormat();
  const { to } = useOrganization();
  const count = overdue.reduce((sum, one) => sum + one.overdueCount, 0);
  const sums = overdue.map((one) => format.money({ amount: one.overdue, currency: one.currency }));
  return (
    <div className="no-print">
      <Banner
        tone="danger"
        title={words.title(count, format.list(sums))}
        act={
          <LinkButton weight="secondary" to={to.invoices({ status: 'overdue' })}>
            {words.act}
          </LinkButton>
        }
      />
    </div>
  );
}
