import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'offers.accepted-ones-are-invoiced-as-offered',
    async violations(db, limit) {
      const { rows } = await sql<{ number: string }>`
        select f.number from offers.offers f left join orders.orders o on o.id = f.order_id
        left join billing.invoices i on i.id = f.invoice_id
        left join orders.approvals a on a.organization_id = o.organization_id and a.order_id = o.id
        where f.state = 'accepted' and a.order_id is null and (
          coalesce(o.total, i.total) <> f.total or coalesce(o.organization_id, i.for_organization_id, i.organization_id) <> f.organization_id)
        limit ${limit}`.execute(db);
      return rows.map(({ number }) => `offer ${number} and what came of it differ`);
    },
  },
];
