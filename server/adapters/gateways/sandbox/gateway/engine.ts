import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../../kernel/clock.ts';
import { staticQris, withAmount } from '../../../../modules/payments/domain/qris.ts';
import { isWithinLimits, methodNamed } from '../methods.ts';
import type {
  CreateCharge,
  CreatePayment,
  DisputeView,
  EventView,
  PaymentView,
  RefundView,
} from '../wire.ts';
import { canRefund, chargeSaved, endRefund, passTime, refund, withMethod } from './acts.ts';
import type { Act, Change } from './change.ts';
import type { Courier } from './delivery.ts';
import { decideDispute, disputesOf, submitEvidence } from './disputes.ts';
import type { Card, DisputeRecord, Payment, Refund } from './records.ts';
import type { SandboxStore, Writing } from './store.ts';

/** The API answers it as `{ error: { code, message } }` with this HTTP status. */
export class ApiRefusal extends Error {
  readonly status: 401 | 404 | 409 | 422;
  readonly code: string;
  constructor(status: ApiRefusal['status'], code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export type Engine = ReturnType<typeof createEngine>;

export interface EngineOptions {
  store: SandboxStore;
  clock: Clock;
  courier: Courier;
  /** Where payers reach the hosted pages, without a slash at the end. */
  publicUrl: () => string;
  merchantName: string;
}

export function createEngine({ store, clock, courier, publicUrl, merchantName }: EngineOptions) {
  const qrFor = (payment: Payment) =>
    withAmount(merchantCode(merchantName), BigInt(payment.amount), billNumber(payment));

  function view(payment: Payment): PaymentView {
    const { id, attemptId, amount, currency, status, statusAt, expiresAt, refunded } = payment;
    const { account, qr, failure, paidWith, savedCard, authenticated, language } = payment;
    return {
      id,
      attemptId,
      amount,
      currency,
      status,
      statusAt,
      expiresAt,
      pageUrl: `${publicUrl()}/pay/${id}?lang=${language}`,
      refunded,
      ...(account && { account }),
      ...(qr && { qr }),
      ...(failure && { failure }),
      ...(paidWith && { paidWith }),
      ...(authenticated && { authenticated }),
      ...(payment.fee !== undefined && { fee: payment.fee }),
      // A card is the merchant's once the payment it was saved with has come through.
      ...(savedCard && status !== 'processing' && { savedCard: cardView(savedCard) }),
    };
  }

  function writing(changes: readonly Change[]): Writing {
    const last = changes.at(-1)!;
    const told = changes.filter(({ tell }) => tell !== 'nothing');
    const deliveries = told.flatMap(({ payment, refund: made, dispute, tell }) => {
      const createdAt = clock.now().toISOString();
      if (dispute) {
        const told: EventView = {
          id: newName('evt'),
          type: 'dispute',
          createdAt,
          dispute: disputeView(payment, dispute),
        };
        return courier.plan(told, tell === 'silence');
      }
      const event: EventView = { id: newName('evt'), type: 'payment', createdAt, payment: view(payment) };
      const about: EventView[] = made
        ? [{ id: newName('evt'), type: 'refund', createdAt, refund: refundView(payment, made) }]
        : [];
      return [event, ...about].flatMap((one) => courier.plan(one, tell === 'silence'));
    });
    const card = changes.find((change) => change.card)?.card;
    return { payment: last.payment, deliveries, ...(card && { card }) };
  }

  /** Time first, then the act; undefined when there is no such payment. */
  function apply(id: string, act?: Act): Promise<Payment | undefined> {
    const now = clock.now();
    return store.changePayment(id, (before) => {
      const timed = passTime(before, now);
      const ended = endRefund(timed?.payment ?? before, now);
      const decided = decideDispute(ended?.payment ?? timed?.payment ?? before, now);
      const acted = act?.(decided?.payment ?? ended?.payment ?? timed?.payment ?? before, now);
      const changes = [timed, ended, decided, acted].filter((change) => change !== undefined);
      return changes.length > 0 ? writing(changes) : undefined;
    });
  }

  async function create(input: CreatePayment, idempotencyKey: string): Promise<Payment> {
    const earlier = await store.paymentWithKey(idempotencyKey);
    if (earlier) return sameAsked(earlier, input);
    const now = clock.now();
    checkPayment(input, now);
    const [only, ...others] = input.methods;
    const blank: Payment = { ...blankPayment(idempotencyKey, input, now), ...input };
    const payment = only && others.length === 0 ? withMethod(blank, only, qrFor) : blank;
    return sameAsked(await store.insertPayment({ payment, deliveries: [] }), input);
  }

  async function charge(input: CreateCharge, idempotencyKey: string): Promise<Payment> {
    const earlier = await store.paymentWithKey(idempotencyKey);
    if (earlier) return sameAsked(earlier, input);
    const now = clock.now();
    const card = await store.card(input.card);
    if (!card || card.forgotten) throw new ApiRefusal(422, 'no_such_card', 'This card is not kept here.');
    if (!isWithinLimits('card', input.currency, BigInt(input.amount))) throw outOfLimits();
    const { attemptId, amount, currency, description, payer } = input;
    const base = blankPayment(idempotencyKey, input, now);
    const blank: Payment = { ...base, attemptId, amount, currency, description, payer, methods: ['card'] };
    const change = chargeSaved(card)(blank, now);
    if (!change) throw new ApiRefusal(422, 'no_such_card', 'This card is not kept here.');
    return sameAsked(await store.insertPayment(writing([change])), input);
  }

  async function giveBack(id: string, key: string, amount: bigint, reason: string): Promise<RefundView> {
    const payment = await apply(id);
    if (!payment) throw notFound();
    const earlier = payment.refunds.find((one) => one.key === key);
    if (earlier && BigInt(earlier.amount) !== amount) throw otherBody();
    if (!earlier && !canRefund(payment, amount)) {
      throw new ApiRefusal(422, 'cannot_refund', 'Only what was paid and is left can be sent back.');
    }
    const after = (await apply(id, refund(key, amount, reason)))!;
    return refundView(
      after,
      after.refunds.find((one) => one.key === key)!,
    );
  }

  /** What a dispute is, after the act when it still can be done. The payment's id is part of its own. */
  async function dispute(id: string, act?: Act): Promise<DisputeView> {
    const payment = await apply(id.split('.')[0]!, act);
    const found = payment && disputesOf(payment).find((one) => one.id === id);
    if (!payment || !found) throw notFound();
    return disputeView(payment, found);
  }

  async function answerDispute(
    id: string,
    key: string,
    statement: string,
    file: Buffer,
  ): Promise<DisputeView> {
    await dispute(id, submitEvidence(id, key, statement, file));
    const payment = (await store.payment(id.split('.')[0]!))!;
    const found = disputesOf(payment).find((one) => one.id === id)!;
    if (found.evidence?.key !== key)
      throw new ApiRefusal(422, 'not_answerable', 'The bank takes no answer to this dispute any more.');
    return disputeView(payment, found);
  }

  async function refundOf(id: string, key: string): Promise<RefundView> {
    const payment = await apply(id);
    const found = payment?.refunds.find((one) => one.key === key);
    if (!payment || !found) throw notFound();
    return refundView(payment, found);
  }

  async function reissue(token: string, expires: Card['expires']): Promise<Card> {
    const before = await store.card(token);
    if (!before) throw notFound();
    const card: Card = { ...before, expires };
    const event: EventView = {
      id: newName('evt'),
      type: 'card.updated',
      createdAt: clock.now().toISOString(),
      card: cardView(card),
    };
    await store.putCard(card, courier.plan(event, false));
    return card;
  }

  async function forget(token: string): Promise<void> {
    const card = await store.card(token);
    if (card) await store.putCard({ ...card, forgotten: true }, []);
  }

  return { view, apply, create, charge, giveBack, refundOf, dispute, answerDispute, reissue, forget, qrFor };
}

export function newName(prefix: 'pay' | 'evt' | 'card' | 'dis'): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`;
}

export const notFound = () => new ApiRefusal(404, 'not_found', 'There is no such thing here.');
const outOfLimits = () => new ApiRefusal(422, 'amount_out_of_limits', 'This method does not take this sum.');
const otherBody = () =>
  new ApiRefusal(409, 'idempotency_conflict', 'This key was used to ask for something else.');

function checkPayment(input: CreatePayment, now: Date): void {
  const amount = BigInt(input.amount);
  const cardOnly = input.methods.every((method) => method === 'card');
  if (input.save && !cardOnly) throw new ApiRefusal(422, 'cannot_save', 'Only cards can be saved.');
  const isCheck = amount === 0n && input.save;
  if (!isCheck && !input.methods.every((method) => isWithinLimits(method, input.currency, amount)))
    throw outOfLimits();
  const seconds = (new Date(input.expiresAt).getTime() - now.getTime()) / 1000;
  const longest = Math.min(...input.methods.map((method) => methodNamed(method)!.lifetime.longest));
  if (seconds <= 0 || seconds > longest) {
    throw new ApiRefusal(422, 'bad_expiry', `The payment must expire within ${longest} seconds.`);
  }
}

function sameAsked(stored: Payment, input: CreatePayment | CreateCharge): Payment {
  if (stored.fingerprint !== fingerprint(input)) throw otherBody();
  return stored;
}

function fingerprint(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

function blankPayment(idempotencyKey: string, input: CreatePayment | CreateCharge, now: Date) {
  const at = now.toISOString();
  return {
    id: newName('pay'),
    idempotencyKey,
    fingerprint: fingerprint(input),
    status: 'requires_action',
    statusAt: at,
    createdAt: at,
    expiresAt: at,
    language: 'id',
    save: false,
    refunded: '0',
    refunds: [],
  } satisfies Partial<Payment>;
}

function refundView(
  { id }: Payment,
  { key, amount, at, status = 'succeeded', statusAt = at }: Refund,
): RefundView {
  const code = status === 'failed' ? { code: 'account_closed' } : {};
  return { id: key, payment: id, amount, status, statusAt, ...code };
}

function disputeView({ id: payment, attemptId, currency }: Payment, dispute: DisputeRecord): DisputeView {
  const { evidence: _evidence, decidesAt: _decidesAt, ...told } = dispute;
  return { ...told, payment, attemptId, currency };
}

function cardView({ token, brand, last4, expires }: Card) {
  return { token, brand, last4, expires };
}

/** Letters and digits of the payment's id, as short as a QRIS bill number must be. */
function billNumber({ id }: Payment): string {
  return id.replace('pay_', '').slice(0, 20).toUpperCase();
}

function merchantCode(name: string): string {
  const printable = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 25)
    .trim();
  return staticQris({
    acquirer: { domain: 'ID.CO.SANDBOX.WWW', pan: '936009990000000001', merchantId: 'SANDBOX01' },
    nmid: 'ID0000000000001',
    criteria: 'URE',
    categoryCode: '7372',
    name: printable || 'SANDBOX',
    city: 'JAKARTA',
    postalCode: '10110',
  });
}
