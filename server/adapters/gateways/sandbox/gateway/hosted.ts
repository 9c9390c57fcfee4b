import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../../../kernel/clock.ts';
import { methodNames } from '../wire.ts';
import { answerChallenge, answerWallet, choose, payByCard, receiveTransfer, scanQr } from './acts.ts';
import type { Act } from './change.ts';
import { bankActs, openDispute } from './disputes.ts';
import { readCard } from './card-form.ts';
import { type Engine, newName } from './engine.ts';
import type { Payment } from './records.ts';
import { type CardFormState, cardPage } from './pages/card.ts';
import { missingPage, type PageContext, pathTo, styleVersion } from './pages/layout.ts';
import { pageFor } from './pages/pages.ts';
import { style } from './pages/style.ts';
import { testCardNamed } from './test-cards.ts';

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

const query = z.object({
  lang: z.enum(['id', 'en']).optional().catch(undefined),
  choose: z.string().optional(),
  use: z.string().optional(),
});
const chosen = z.object({ method: z.enum(methodNames) });
const bank = z.object({
  act: z.enum(['all', 'half', 'ask', 'escalate', 'more', 'win', 'lose', 'close']),
  id: z.string().max(100).default(''),
});
const answered = z.object({ answer: z.enum(['approve', 'refuse']) });

type PayRequest = FastifyRequest<{ Params: { id: string } }>;

/** The payer's side: plain pages that work without script. Whoever knows a payment's unguessable id may pay it; nobody may change it. */
export function registerHostedPages(
  scope: FastifyInstance,
  {
    engine,
    clock,
    base,
    merchantName,
  }: { engine: Engine; clock: Clock; base: () => string; merchantName: string },
): void {
  const form = 'application/x-www-form-urlencoded';
  if (scope.hasContentTypeParser(form)) scope.removeContentTypeParser(form);
  scope.addContentTypeParser(form, { parseAs: 'string', bodyLimit: 8_192 }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  // A form that was tampered with; anything else goes to the server's own handler.
  scope.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof z.ZodError)) throw error;
    return send(reply, 400, missingPage({ language: 'id', base: base() }));
  });

  scope.get('/style.css', (request, reply) => {
    const isCurrent = (request.query as { v?: string }).v === styleVersion;
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
      .send(style);
  });

  const contextOf = (request: PayRequest, payment: Payment): PageContext => ({
    payment,
    language: query.parse(request.query).lang ?? payment.language,
    base: base(),
    merchantName,
  });

  const missing = (request: PayRequest, reply: FastifyReply) =>
    send(reply, 404, missingPage({ language: query.parse(request.query).lang ?? 'id', base: base() }));

  scope.get('/pay/:id', async (request: PayRequest, reply) => {
    const payment = await engine.apply(request.params.id);
    if (!payment) return missing(request, reply);
    const context = contextOf(request, payment);
    const { choose: choosing, use } = query.parse(request.query);
    const prefilled = use !== undefined && payment.method === 'card' && prefill(use, payment);
    const isForm = payment.status === 'requires_action' && !payment.challenge;
    if (prefilled && isForm) return send(reply, 200, cardPage(context, prefilled));
    return send(reply, 200, pageFor(context, choosing !== undefined));
  });

  // Reloading a form that was sent back leads here.
  scope.get('/pay/:id/:form', async (request: PayRequest, reply) => {
    const payment = await engine.apply(request.params.id);
    return payment ? reply.redirect(pathTo(contextOf(request, payment)), 303) : missing(request, reply);
  });

  /** One form: does the act if it still can be done, and shows what the payment became. */
  function on(name: string, actFor: (body: unknown, payment: string) => Act): void {
    scope.post(`/pay/:id/${name}`, async (request: PayRequest, reply) => {
      const payment = await engine.apply(request.params.id, actFor(request.body, request.params.id));
      if (!payment) return missing(request, reply);
      return reply.redirect(pathTo(contextOf(request, payment)), 303);
    });
  }

  on('method', (body) => choose(chosen.parse(body).method, engine.qrFor));
  on('challenge', (body) => answerChallenge(answered.parse(body).answer === 'approve', newName('card')));
  on('wallet', (body) => answerWallet(answered.parse(body).answer === 'approve'));
  on('transfer', () => receiveTransfer);
  on('scan', () => scanQr);
  // In test mode whoever pays plays the bank as well.
  on('dispute', (body, payment) => {
    const { act, id } = bank.parse(body);
    return act === 'all' || act === 'half' || act === 'ask'
      ? openDispute(`${payment}.${newName('dis')}`, act)
      : bankActs(id, act);
  });

  scope.post('/pay/:id/card', async (request: PayRequest, reply) => {
    const read = readCard(request.body, clock.now());
    const act = 'card' in read ? payByCard(read.card, newName('card')) : undefined;
    const payment = await engine.apply(request.params.id, act);
    if (!payment) return missing(request, reply);
    const context = contextOf(request, payment);
    if ('card' in read || payment.status !== 'requires_action') return reply.redirect(pathTo(context), 303);
    return send(reply, 422, cardPage(context, read));
  });
}

function send(reply: FastifyReply, status: number, markup: string): FastifyReply {
  return reply.code(status).headers(pageHeaders).send(markup);
}

function prefill(name: string, payment: Payment): CardFormState | undefined {
  const card = testCardNamed(name);
  if (!card) return undefined;
  return {
    typed: { number: card.number, expiry: '12/34', cvc: '123', holder: payment.payer.name },
    wrong: [],
  };
}
