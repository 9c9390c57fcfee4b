import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Download } from '../../../kernel/http/route.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { PromotionCode, RedemptionItem } from '../contract.ts';

interface Asked {
  after?: string | undefined;
  limit: number;
}

/** The codes of a promotion, by name; `q`: the beginning of one. */
export async function listCodes(
  db: Db,
  promotion: Id<'promotion'>,
  { after, limit, q }: Asked & { q?: string | undefined },
) {
  const rows: PromotionCode[] = await db
    .selectFrom('promotions.codes')
    .select(['code', 'most', 'redeemed', 'batch'])
    .where('promotion_id', '=', promotion)
    .$if(after !== undefined, (query) => query.where('code', '>', decodeCursor(after!, ['text'])[0]))
    .$if(!!q, (query) => query.where(sql<boolean>`starts_with(code, ${q!})`))
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, (row) => [row.code]);
}

/** Every code with how often it was used and may be. */
export async function codesFile(ctx: Ctx, promotion: Id<'promotion'>): Promise<Download> {
  const rows = await ctx.read((db) =>
    db
      .selectFrom('promotions.codes')
      .select(['code', 'batch', 'redeemed', 'most'])
      .where('promotion_id', '=', promotion)
      .orderBy('batch')
      .orderBy('code')
      .execute(),
  );
  const lines = rows.map(({ code, batch, redeemed, most }) =>
    [code, batch ?? '', redeemed, most ?? ''].join(),
  );
  return {
    name: 'codes.csv',
    type: 'text/csv; charset=utf-8',
    body: new TextEncoder().encode(`${['code,batch,used,limit', ...lines].join('\r\n')}\r\n`),
  };
}

/** Where a promotion was used, latest first. */
export async function listRedemptions(
  db: Db,
  promotion: Id<'promotion'>,
  { after, limit, code }: Asked & { code?: string | undefined },
) {
  const { rows } = await sql<Row>`
    select r.id, r.code, r.organization_id, o.name as client, r.order_id, r.currency, r.discount, r.redeemed_at, r.returned_at,
      i.id as invoice_id, i.number, i.status, i.total, i.paid
    from promotions.redemptions r
    join organizations.organizations o on o.id = r.organization_id
    left join billing.invoices i on i.order_id = r.order_id and i.kind = 'order'
    where r.promotion_id = ${promotion}
      ${after === undefined ? sql`` : sql`and r.id < ${decodeCursor(after, ['id'])[0]}`}
      ${code ? sql`and r.code = ${code}` : sql``}
    order by r.id desc limit ${limit + 1}`.execute(db);
  const page = pageOf(rows, limit, (row) => [row.id as Id<'redemption'>]);
  return { ...page, items: page.items.map(shapeOf) };
}

interface Row {
  id: string;
  code: string | null;
  organization_id: string;
  client: string;
  order_id: string;
  currency: string;
  discount: bigint;
  redeemed_at: Date;
  returned_at: Date | null;
  invoice_id: string | null;
  number: string | null;
  status: string | null;
  total: bigint | null;
  paid: bigint | null;
}

function shapeOf(row: Row): RedemptionItem {
  const money = (amount: bigint | null) => ({ amount: Number(amount ?? 0), currency: row.currency });
  return {
    id: row.id,
    code: row.code,
    client: { id: row.organization_id, name: row.client },
    orderId: row.order_id,
    invoice:
      row.invoice_id === null
        ? null
        : {
            id: row.invoice_id,
            number: row.number,
            status: row.status!,
            total: money(row.total),
            paid: money(row.paid),
          },
    discount: money(row.discount),
    at: row.redeemed_at.toISOString(),
    returnedAt: row.returned_at?.toISOString() ?? null,
  };
}
