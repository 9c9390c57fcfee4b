import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'orders.total-is-that-of-its-invoice',
    async violations(db, limit) {
      const { rows } = await sql<{ number: string }>`
        select o.number from orders.orders o
        join billing.invoices v on v.id = o.invoice_id
        where o.total <> v.total or o.currency <> v.currency or v.order_id is distinct from o.id
          or coalesce(v.for_organization_id, v.organization_id) <> o.organization_id limit ${limit}`.execute(
        db,
      );
      return rows.map(({ number }) => `order ${number} and its invoice differ`);
    },
  },
  {
    name: 'orders.canceled-ones-hold-nothing',
    async violations(db, limit) {
      const { rows } = await sql<{ number: string }>`
        select distinct o.number from orders.orders o
        join orders.items i on i.organization_id = o.organization_id and i.order_id = o.id
        join services.services s on s.organization_id = i.organization_id and s.id = i.service_id
        where o.status = 'canceled' and (i.stock_taken or s.state <> 'ended') limit ${limit}`.execute(db);
      return rows.map(({ number }) => `order ${number} is canceled but still holds something`);
    },
  },
];
