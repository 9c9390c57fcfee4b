import type { StaffRole } from '../../../kernel/auth/roles.ts';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import { route, staff } from '../../../kernel/http/route.ts';
import { changeSetting } from '../commands/change-settings.ts';
import { takeBackGoodwill } from '../commands/expire-credit.ts';
import { giveGoodwill } from '../commands/give-goodwill.ts';
import { creditTerms } from '../credit-settings.ts';
import * as contract from '../lot-contract.ts';
import * as may from '../permissions.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { readClientCredit } from '../queries/credit.ts';

const base = '/api/console/clients/:client/credit';
const settings = '/api/console/billing-settings/credit';
const firstPage = { limit: 50 };

const mayOf = (roles: readonly StaffRole[]) => {
  const give = mayAsStaff(may.giveCredit, roles) ? (true as const) : { no: 'your_role' };
  return { give, deposit: mayAsStaff(may.manageInvoices, roles) ? (true as const) : { no: 'your_role' } };
};

export const creditRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: "A client's credit: what is left of what came when, and where it went.",
    door: staff(may.readInvoices),
    params: contract.clientParams,
    query: contract.creditQuery,
    output: contract.clientCreditShape,
    read: (db, { params, query }, { session, now }) =>
      readClientCredit(db, params.client, { ...query, now, may: mayOf(session.staffRoles) }),
  }),
  route({
    method: 'POST',
    path: `${base}/goodwill`,
    summary: "Give a client credit at the business's cost.",
    door: staff(may.giveCredit),
    proof: 'recent',
    params: contract.clientParams,
    body: contract.goodwillBody,
    output: contract.clientCreditShape,
    status: 201,
    problems: [contract.goodwillLimit, contract.goodwillTooShort],
    write: async (tx, { params, body }, { session }) => {
      const { amount, currency } = body;
      await giveGoodwill(tx, {
        ...body,
        organization: params.client,
        amount: BigInt(amount),
        by: session.person.id,
      });
      const asked = { ...firstPage, currency, now: tx.now, may: mayOf(session.staffRoles) };
      return readClientCredit(tx.db, params.client, asked);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/goodwill/:currency/:lot/take-back`,
    summary: 'Take back what is left of goodwill that was given by mistake.',
    door: staff(may.giveCredit),
    proof: 'recent',
    params: contract.lotParams,
    output: contract.clientCreditShape,
    problems: [contract.notGoodwill],
    write: async (tx, { params: { client, currency, lot } }, { session }) => {
      await takeBackGoodwill(tx, { organization: client, currency, lot: BigInt(lot) });
      const asked = { ...firstPage, currency, now: tx.now, may: mayOf(session.staffRoles) };
      return readClientCredit(tx.db, client, asked);
    },
  }),
  route({
    method: 'GET',
    path: settings,
    summary: 'What clients may add to their credit, and what staff may give them.',
    door: staff(may.manageBillingSettings),
    output: contract.creditTermsSettings,
    read: (db) => readSetting(db, creditTerms),
  }),
  route({
    method: 'PUT',
    path: settings,
    summary: 'Change what clients may add to their credit, and what staff may give them.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    body: contract.creditTermsSettings.shape.value,
    output: contract.creditTermsSettings,
    write: (tx, { body }, { version }) => changeSetting(tx, creditTerms, body, version),
  }),
];
