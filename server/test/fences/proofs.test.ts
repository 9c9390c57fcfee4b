import { expect, test } from 'vitest';
import { createTestApp } from '../kit/app.ts';
import { buildOrganization, buildStaff } from '../kit/people.ts';

// What nobody should be able to do with a screen that was left open. A route that joins or leaves this list does so on purpose.

const app = await createTestApp();
const sensitive = app.app.product.routes.filter(({ proof }) => proof === 'recent');
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('the sensitive routes are these', () => {
  expect(sensitive.map(nameOf).toSorted()).toMatchInlineSnapshot(`
    [
      "DELETE /api/console/people/:person/sessions",
      "DELETE /api/console/people/:person/sessions/:session",
      "DELETE /api/console/staff/:person",
      "DELETE /api/me/authenticators/:factor",
      "DELETE /api/me/passkeys/:factor",
      "DELETE /api/me/phone",
      "DELETE /api/me/sessions",
      "DELETE /api/me/sessions/:session",
      "DELETE /api/organizations/:organization/payment-methods/:method",
      "PATCH /api/console/staff/:person",
      "POST /api/console/automatic-charges/:charge/retry",
      "POST /api/console/clients/:client/credit/goodwill",
      "POST /api/console/clients/:client/credit/goodwill/:currency/:lot/take-back",
      "POST /api/console/clients/:client/deposits",
      "POST /api/console/clients/:organization/domains/:domain/take-back",
      "POST /api/console/clients/:organization/domains/:domain/verify",
      "POST /api/console/contests/:contest/uphold",
      "POST /api/console/credit-asks/:ask/approve",
      "POST /api/console/disputes/:dispute/accept",
      "POST /api/console/disputes/:dispute/evidence/submit",
      "POST /api/console/invoices/:invoice/credit-notes",
      "POST /api/console/invoices/:invoice/void",
      "POST /api/console/invoices/:invoice/write-off",
      "POST /api/console/mailboxes",
      "POST /api/console/payments",
      "POST /api/console/payments/:payment/refund",
      "POST /api/console/payments/:payment/take-back",
      "POST /api/console/people/:person/recovery",
      "POST /api/console/people/:person/recovery/approve",
      "POST /api/console/pricing/campaigns/:campaign/approve",
      "POST /api/console/refunds/:refund/approve",
      "POST /api/console/refunds/:refund/paid",
      "POST /api/console/service-levels/credits/:credit/give",
      "POST /api/console/staff",
      "POST /api/console/tickets/:ticket/client/credit",
      "POST /api/console/transfers/:transfer/approve",
      "POST /api/console/unmatched-money/:unmatched/resolve",
      "POST /api/console/usage/sources",
      "POST /api/me/authenticators",
      "POST /api/me/authenticators/:factor/confirmation",
      "POST /api/me/email",
      "POST /api/me/passkeys",
      "POST /api/me/passkeys/options",
      "POST /api/me/phone",
      "POST /api/organizations/:organization/automatic-payment",
      "POST /api/organizations/:organization/domains",
      "POST /api/organizations/:organization/domains/:domain/prove",
      "POST /api/organizations/:organization/domains/:domain/remove",
      "POST /api/organizations/:organization/keys",
      "POST /api/organizations/:organization/keys/:apiKey/rotate",
      "POST /api/organizations/:organization/orders/:order/approve",
      "POST /api/organizations/:organization/orders/:order/decline",
      "POST /api/organizations/:organization/ownership",
      "POST /api/organizations/:organization/payment-methods",
      "POST /api/organizations/:organization/payment-methods/:method/make-default",
      "POST /api/organizations/:organization/payment-methods/turns",
      "POST /api/organizations/:organization/services/:service/cancel",
      "POST /api/organizations/:organization/services/:service/changes/:change/approve",
      "POST /api/organizations/:organization/services/:service/changes/:change/decline",
      "POST /api/organizations/:organization/services/:service/end",
      "POST /api/organizations/:organization/sso/check",
      "POST /api/organizations/:organization/sso/remove",
      "PUT /api/console/billing-settings/seller",
      "PUT /api/console/mailboxes/:mailbox",
      "PUT /api/me/mail-codes",
      "PUT /api/me/password",
      "PUT /api/me/phone",
      "PUT /api/me/recovery-codes",
      "PUT /api/organizations/:organization/children/:child/payer",
      "PUT /api/organizations/:organization/second-step",
      "PUT /api/organizations/:organization/session-limits",
      "PUT /api/organizations/:organization/sso",
      "PUT /api/organizations/:organization/sso/mode",
    ]
  `);
});

test('each of them refuses an old proof before anything else happens, and no other asks for one', async () => {
  const { owner, id } = await buildOrganization(app);
  const staff = await buildStaff(app, 'administrator');
  await app.ctx.transact((tx) =>
    tx.db
      .updateTable('identity.sessions')
      .set({ proved_at: new Date('2026-01-01T00:00:00Z') })
      .execute(),
  );
  for (const route of app.app.product.routes) {
    if (route.door.kind === 'anyone' || route.method === 'GET') continue;
    // It would end the session that asks.
    if (nameOf(route) === 'DELETE /api/session') continue;
    const who = route.door.kind === 'staff' ? staff : owner;
    const url = route.path
      .replace(':organization', id)
      .replace(/:[a-z]+/gi, '0195a000-0000-7000-8000-000000000000');
    const answer = await app.app.http.inject({
      method: route.method,
      url,
      headers: { cookie: who.cookie!, 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' },
      ...(route.upload ? {} : { payload: {} }),
    });
    const { code } = JSON.parse(answer.body || '{}') as { code?: string };
    expect([nameOf(route), code === 'proof_required']).toEqual([nameOf(route), route.proof === 'recent']);
  }
});
