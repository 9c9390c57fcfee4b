import { sql } from 'kysely';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { JsonText } from '../../../kernel/http/route.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type {
  AutomaticCharge,
  AutomaticChargeItem,
  AutomaticPayment,
  AutomaticSettings,
  InvoiceCharge,
} from '../automatic-contract.ts';
import { managePayments, manageGateways } from '../permissions.ts';
import { automaticPayment } from '../settings.ts';
import { clientOf } from './attempt-json.ts';
import { all, listJson, olderThan } from './list-json.ts';

const nextWith = sql`(select m.brand || ' •••• ' || m.last4 from payments.saved_methods m
  where m.organization_id = c.organization_id and m.id = c.next_method_id)`;
const plan = sql`'state', c.state, 'why', c.why, 'nextAt', c.next_at, 'nextWith', ${nextWith}`;
const invoiceOf = sql`json_build_object('id', i.id, 'number', i.number)`;
const owed = sql`json_build_object('amount', i.total - i.paid, 'currency', i.currency)`;
const tryFields = sql`'id', a.id, 'startedAt', a.started_at, 'paidWith', a.paid_with, 'status', a.status, 'class', a.failure_class`;
const tries = (fields = tryFields) => sql`coalesce((
  select json_agg(json_build_object(${fields}) order by a.id desc) from payments.attempt_invoices x
  join payments.attempts a on a.organization_id = x.organization_id and a.id = x.attempt_id
  where x.organization_id = i.organization_id and x.invoice_id = i.id and a.purpose = 'automatic'), '[]')`;
const charges = sql`payments.automatic_charges c
  join billing.invoices i on i.organization_id = c.organization_id and i.id = c.invoice_id`;

/** What becomes of one invoice that is to be paid without asking. Errors: `not_found`. */
export async function showInvoiceCharge(
  db: Db,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<InvoiceCharge> {
  const { rows } = await sql<{ view: InvoiceCharge }>`
    select json_build_object('state', coalesce(c.state, 'none'), 'why', c.why, 'nextAt', c.next_at, 'nextWith', ${nextWith},
      'tries', ${tries()}) as view
    from billing.invoices i
    left join payments.automatic_charges c on c.organization_id = i.organization_id and c.invoice_id = i.id
    where i.organization_id = ${organization} and i.id = ${invoice}`.execute(db);
  const view = rows[0]?.view;
  if (!view) throw new Problem(notFound);
  return view;
}

/** How an organization pays its renewals, what is charged next and what was last. Needs a `db` that sees everything. */
export async function showAutomaticPayment(
  db: Db,
  organization: Id<'organization'>,
): Promise<AutomaticPayment> {
  const [{ value }, { rows }] = await Promise.all([
    readSetting(db, automaticPayment),
    sql<Omit<AutomaticPayment, 'isOffered'>>`
      select not exists (select from payments.paid_by_hand where organization_id = ${organization}) as "isOn",
        coalesce((
          select json_agg(json_build_object('invoice', ${invoiceOf}, 'amount', ${owed}, 'at', c.next_at, 'with', ${nextWith}) order by c.next_at)
          from ${charges} where c.organization_id = ${organization} and c.state = 'planned'), '[]') as planned,
        (select json_build_object(${tryFields}, 'invoice', ${invoiceOf},
            'amount', json_build_object('amount', a.amount, 'currency', a.currency))
          from payments.attempts a
          join payments.attempt_invoices x on x.organization_id = a.organization_id and x.attempt_id = a.id
          join billing.invoices i on i.organization_id = x.organization_id and i.id = x.invoice_id
          where a.organization_id = ${organization} and a.purpose = 'automatic' order by a.id desc limit 1) as last,
        coalesce((
          select json_agg(json_build_object('id', s.id, 'names', s.names, 'label', s.label, 'isOn', s."isOn") order by s.label, s.id)
          from (${servicesPaidBy(organization)} limit 100) s), '[]') as services`.execute(db),
  ]);
  return { isOffered: value.renewals, ...rows[0]! };
}

/** Running services with renewals whose invoices are this organization's: its own, and those of others for whom it pays. */
function servicesPaidBy(organization: Id<'organization'>) {
  return sql`
    select s.id, s.names, s.label, not exists (select from payments.services_paid_by_hand h
      where h.organization_id = ${organization} and h.service_id = s.id) as "isOn"
    from services.services s
    where s.organization_id in (select descendant_id from organizations.tree where ancestor_id = ${organization})
      and s.state <> 'ended' and s.cycle <> 'one_time'
      and ${organization} = (select o.id from organizations.tree t join organizations.organizations o on o.id = t.ancestor_id
        where t.descendant_id = s.organization_id and o.pays = 'itself' order by t.depth limit 1)`;
}

const item = (counted: typeof tryFields) => sql`'invoice', ${invoiceOf}, 'client', ${clientOf('c')},
  'amount', ${owed}, ${plan}, 'tries', ${counted}`;
const countTries = sql`(select count(*) from payments.attempt_invoices x
  where x.organization_id = c.organization_id and x.invoice_id = c.invoice_id and x.automatic)`;

/** Invoices that are to be paid without asking, of all clients, newest first. */
export function listCharges(
  db: Db,
  {
    state,
    after,
    limit,
  }: { state?: AutomaticChargeItem['state'] | undefined; after?: string | undefined; limit: number },
): Promise<JsonText> {
  return listJson(
    db,
    limit,
    sql`select c.invoice_id as id, json_build_object(${item(countTries)})::text as item from ${charges}
      where ${all(state && sql`c.state = ${state}`, olderThan(sql`c.invoice_id`, after))}
      order by c.invoice_id desc limit ${limit + 1}`,
  );
}

/** One of them, with every try. Errors: `not_found`. */
export async function showCharge(
  db: Db,
  roles: readonly StaffRole[],
  invoice: Id<'invoice'>,
): Promise<AutomaticCharge> {
  const { rows } = await sql<{ view: Omit<AutomaticCharge, 'can'> }>`
    select json_build_object(${item(tries(sql`${tryFields}, 'code', a.failure_code`))}) as view
    from ${charges} where c.invoice_id = ${invoice}`.execute(db);
  const view = rows[0]?.view;
  if (!view) throw new Problem(notFound);
  const { state, why } = view;
  return {
    ...view,
    can: {
      retry: unless({
        your_role: !mayAsStaff(managePayments, roles),
        already_paid: state === 'over',
        being_processed: state === 'underway',
        pays_by_hand: why === 'by_hand' || why === 'turned_off',
      }),
    },
  };
}

export async function showAutomaticSettings(db: Db, roles: readonly StaffRole[]): Promise<AutomaticSettings> {
  const { value, version } = await readSetting(db, automaticPayment);
  return { value, version, can: { change: unless({ your_role: !mayAsStaff(manageGateways, roles) }) } };
}
