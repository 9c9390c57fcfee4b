import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sameText } from '../../../../kernel/crypto.ts';
import { createAnswer, createCharge, createPayment, createRefund } from '../wire.ts';
import { cancel } from './acts.ts';
import { acceptDispute } from './disputes.ts';
import { ApiRefusal, type Engine, notFound } from './engine.ts';
import type { SandboxStore } from './store.ts';

const idOf = z.object({ id: z.string().max(100) });
const refundOf = idOf.extend({ refund: z.string().max(255) });
const reissued = z.strictObject({
  expires: z.strictObject({ month: z.int().min(1).max(12), year: z.int().min(2000).max(2100) }),
});

/** The merchant's side: JSON over `/v1`, with the API key as bearer token. */
export function registerApi(
  scope: FastifyInstance,
  { engine, store, apiKey }: { engine: Engine; store: SandboxStore; apiKey: string },
): void {
  scope.addHook('onRequest', async (request) => {
    const given = request.headers.authorization ?? '';
    if (!sameText(given, `Bearer ${apiKey}`))
      throw new ApiRefusal(401, 'wrong_key', 'The API key is not right.');
  });

  scope.setErrorHandler((error, request, reply) => {
    if (error instanceof ApiRefusal) return answer(reply, error.status, error.code, error.message);
    if (error instanceof z.ZodError) return answer(reply, 422, 'invalid', z.prettifyError(error));
    request.log.error({ err: error }, 'the sandbox gateway failed unexpectedly');
    return answer(reply, 500, 'broken', 'Something broke.');
  });

  scope.post('/payments', async (request) => {
    const input = createPayment.parse(request.body);
    return engine.view(await engine.create(input, keyOf(request)));
  });

  scope.post('/charges', async (request) => {
    const input = createCharge.parse(request.body);
    return engine.view(await engine.charge(input, keyOf(request)));
  });

  scope.get('/payments/:id', async (request) => {
    const payment = await engine.apply(idOf.parse(request.params).id);
    if (!payment) throw notFound();
    return engine.view(payment);
  });

  scope.get('/attempts/:id', async (request) => {
    const found = await store.paymentOfAttempt(idOf.parse(request.params).id);
    const payment = found && (await engine.apply(found.id));
    if (!payment) throw notFound();
    return engine.view(payment);
  });

  scope.post('/payments/:id/cancel', async (request) => {
    const payment = await engine.apply(idOf.parse(request.params).id, cancel);
    if (!payment) throw notFound();
    return engine.view(payment);
  });

  scope.post('/payments/:id/refunds', async (request) => {
    const { amount, reason } = createRefund.parse(request.body);
    const { id } = idOf.parse(request.params);
    return engine.giveBack(id, keyOf(request), BigInt(amount), reason);
  });

  scope.get('/payments/:id/refunds/:refund', async (request) => {
    const { id, refund } = refundOf.parse(request.params);
    return engine.refundOf(id, refund);
  });

  scope.get('/disputes/:id', (request) => engine.dispute(idOf.parse(request.params).id));

  scope.post('/disputes/:id/evidence', { bodyLimit: 20_000_000 }, (request) => {
    const { statement, file } = createAnswer.parse(request.body);
    const { id } = idOf.parse(request.params);
    return engine.answerDispute(id, keyOf(request), statement, Buffer.from(file, 'base64'));
  });

  scope.post('/disputes/:id/accept', (request) => {
    const { id } = idOf.parse(request.params);
    return engine.dispute(id, acceptDispute(id));
  });

  scope.post('/cards/:id/forget', async (request) => {
    await engine.forget(idOf.parse(request.params).id);
    return {};
  });

  // Plays the bank that sends its customer a new card.
  scope.post('/cards/:id/reissue', async (request) => {
    await engine.reissue(idOf.parse(request.params).id, reissued.parse(request.body).expires);
    return {};
  });
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) {
    throw new ApiRefusal(422, 'key_missing', 'Send an Idempotency-Key of at most 255 characters.');
  }
  return key;
}

function answer(
  reply: { code(status: number): { send(body: object): unknown } },
  status: number,
  code: string,
  message: string,
) {
  return reply.code(status).send({ error: { code, message } });
}
