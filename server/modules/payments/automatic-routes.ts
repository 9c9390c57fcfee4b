import { everything } from '../../kernel/db/scope.ts';
import { member, memberOrKey, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { writeSetting } from '../../kernel/settings.ts';
import { Problem, changedMeanwhile, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import * as contract from './automatic-contract.ts';
import { chargeInvoice } from './commands/charge-automatically.ts';
import { chooseAutomatic } from './commands/choose-automatic.ts';
import { putInTurn } from './commands/save-method.ts';
import { invoiceParams, organizationParams } from './contract.ts';
import * as may from './permissions.ts';
import {
  listCharges,
  showAutomaticPayment,
  showAutomaticSettings,
  showCharge,
  showInvoiceCharge,
} from './queries/automatic.ts';
import { automaticPayment, automaticShape } from './settings.ts';

const base = '/api/organizations/:organization';
const desk = '/api/console/automatic-charges';
const settings = '/api/console/automatic-payment-settings';

export const automaticRoutes = [
  route({
    method: 'GET',
    path: `${base}/automatic-payment`,
    summary: 'How renewals are paid, what is charged next and what was last.',
    door: member(may.readPayments),
    params: organizationParams,
    output: contract.automaticPaymentShape,
    act: (ctx, { params }) =>
      ctx.within(everything).read((db) => showAutomaticPayment(db, params.organization)),
  }),
  route({
    method: 'POST',
    path: `${base}/automatic-payment`,
    summary: 'Let renewals be charged without asking, or pay them by hand; also of one service.',
    door: member(may.manageMethods),
    proof: 'recent',
    params: organizationParams,
    body: contract.chooseBody,
    output: nothing,
    within: everything,
    write: async (tx, { params, body }, { session }) => {
      const { isOn, service = null } = body;
      await chooseAutomatic(tx, { ...params, service, isOn, person: session.person.id });
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/payment-methods/turns`,
    summary: 'Say in which order saved methods are charged for renewals; the first one is the default.',
    door: member(may.manageMethods),
    proof: 'recent',
    params: organizationParams,
    body: contract.turnsBody,
    output: nothing,
    write: async (tx, { params, body }) => {
      await putInTurn(tx, params.organization, body.methods);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/invoices/:invoice/automatic-payment`,
    summary: 'When an invoice is charged next without asking, and what was tried.',
    door: memberOrKey(may.readPayments),
    params: invoiceParams,
    output: contract.invoiceChargeShape,
    read: (db, { params }) => showInvoiceCharge(db, params.organization, params.invoice),
  }),
  route({
    method: 'GET',
    path: desk,
    summary: 'Invoices that are charged without asking, newest first.',
    door: staff(may.readPayments),
    query: contract.staffChargeQuery,
    output: contract.staffChargePage,
    read: (db, { query }) => listCharges(db, query),
  }),
  route({
    method: 'GET',
    path: `${desk}/:charge`,
    summary: 'One invoice that is charged without asking, with every try.',
    door: staff(may.readPayments),
    params: contract.staffChargeParams,
    output: contract.staffChargeShape,
    read: (db, { params }, { session }) => showCharge(db, session.staffRoles, params.charge),
  }),
  route({
    method: 'POST',
    path: `${desk}/:charge/retry`,
    summary: 'Charge an invoice now, without waiting for the next try.',
    door: staff(may.managePayments),
    proof: 'recent',
    params: contract.staffChargeParams,
    output: contract.staffChargeShape,
    problems: [contract.nothingToCharge],
    act: async (ctx, { params: { charge: invoice } }, { session }) => {
      const organization = await ctx.read(async (db) => {
        const row = await db
          .selectFrom('payments.automatic_charges')
          .select('organization_id')
          .where('invoice_id', '=', invoice)
          .executeTakeFirst();
        return row?.organization_id as Id<'organization'> | undefined;
      });
      if (!organization) throw new Problem(notFound);
      if (!(await chargeInvoice(ctx, { organization, invoice }, true)))
        throw new Problem(contract.nothingToCharge);
      return ctx.read((db) => showCharge(db, session.staffRoles, invoice));
    },
  }),
  route({
    method: 'GET',
    path: settings,
    summary: 'How renewals are charged without asking.',
    door: staff(may.readPayments),
    output: contract.automaticSettingsShape,
    read: (db, _input, { session }) => showAutomaticSettings(db, session.staffRoles),
  }),
  route({
    method: 'PUT',
    path: settings,
    summary: 'Say how renewals are charged without asking.',
    door: staff(may.manageGateways),
    ifMatch: true,
    body: automaticShape,
    output: contract.automaticSettingsShape,
    write: async (tx, { body }, { session, version }) => {
      if (!(await writeSetting(tx, automaticPayment, body, version))) throw new Problem(changedMeanwhile);
      return showAutomaticSettings(tx.db, session.staffRoles);
    },
  }),
];
