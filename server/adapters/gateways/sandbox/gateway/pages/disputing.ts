import { type BankAct, disputesOf, isOpen, takenBy } from '../disputes.ts';
import type { DisputeRecord } from '../records.ts';
import { sumText } from './format.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { type PageContext, pathTo } from './layout.ts';
import { words } from './words.ts';

/** On a card payment that has come through: the payer goes to the bank, and the bank decides. */
export function disputing(context: PageContext): Html | false {
  const { payment, language } = context;
  if (payment.status !== 'succeeded' || payment.paidWith?.method !== 'card' || payment.amount === '0')
    return false;
  const text = words[language];
  const left = BigInt(payment.amount) - BigInt(payment.refunded) - takenBy(payment);
  const sum = (amount: bigint) => sumText(String(amount), payment.currency, language);
  const disputes = disputesOf(payment);
  return html`<form class="simulate" method="post" action="${pathTo(context, 'dispute')}">
    <p><strong>${icon('flask')} ${text.simulate}</strong> ${text.disputeText}</p>
    ${disputes.map((one) => aboutDispute(context, one))}
    ${
      !disputes.some(isOpen) &&
      left > 1n &&
      html`<button class="quiet" name="act" value="all">${text.disputes.all(sum(left))}</button>
        <button class="quiet" name="act" value="half">${text.disputes.half(sum(left / 2n))}</button>
        <button class="quiet" name="act" value="ask">${text.disputes.ask}</button>`
    }
  </form>`;
}

const acts: Partial<Record<DisputeRecord['status'], readonly BankAct[]>> = {
  inquiry: ['escalate', 'close'],
  needs_response: ['more', 'win', 'lose'],
  under_review: ['win', 'lose'],
};

function aboutDispute({ payment, language }: PageContext, dispute: DisputeRecord): Html {
  const text = words[language];
  const sum = sumText(dispute.amount, payment.currency, language);
  const isWhole = BigInt(dispute.amount) + BigInt(payment.refunded) >= BigInt(payment.amount);
  const open = (acts[dispute.status] ?? []).filter((act) => act !== 'more' || !isWhole);
  return html`<p>${text.disputeState(sum, dispute.status)}</p>
    ${open.length > 0 && html`<input type="hidden" name="id" value="${dispute.id}" />`}
    ${open.map((act) => html`<button class="quiet" name="act" value="${act}">${text.bankDoes[act]}</button>`)}`;
}
