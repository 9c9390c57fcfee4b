import QRCode from 'qrcode';
import type { Payment } from '../records.ts';
import { disputing } from './disputing.ts';
import { cardPage } from './card.ts';
import { inFours, timeText } from './format.ts';
import { Html, html } from './html.ts';
import { type IconName, icon } from './icons.ts';
import { isCheck, type PageContext, page, pathTo, sumOf } from './layout.ts';
import { words } from './words.ts';

/** The page that fits the payment as it is now. `choosing`: the payer wants another method. */
export function pageFor(context: PageContext, choosing: boolean): string {
  const { payment } = context;
  if (payment.status !== 'requires_action') return resultPage(context);
  if (payment.challenge) return challengePage(context);
  if (payment.method === undefined || (choosing && payment.methods.length > 1)) return choicePage(context);
  switch (payment.method) {
    case 'card':
      return cardPage(context, { typed: {}, wrong: [] });
    case 'virtual_account':
      return accountPage(context);
    case 'qris':
      return qrPage(context);
    case 'ewallet':
      return walletPage(context);
  }
}

function choicePage(context: PageContext): string {
  const text = words[context.language];
  const choices = context.payment.methods.map(
    (method) =>
      html`<button name="method" value="${method}">
        ${icon(method)}
        <span><strong>${text.methods[method].name}</strong><small>${text.methods[method].hint}</small></span
        >${icon('next')}
      </button>`,
  );
  return page(
    context,
    text.chooseTitle,
    html`<section class="panel">
      <header><h1>${text.chooseTitle}</h1></header>
      <form class="choices" method="post" action="${pathTo(context, 'method')}">${choices}</form>
    </section>`,
  );
}

function challengePage(context: PageContext): string {
  const text = words[context.language];
  const { challenge } = context.payment;
  return page(
    context,
    text.challengeTitle,
    html`<section class="panel">
      <p class="bank">${icon('shield')} Bank Sandbox</p>
      <header>
        <h1>${text.challengeTitle}</h1>
        <p class="muted">${text.challengeText}</p>
      </header>
      <dl class="facts">
        <div>
          <dt>${text.merchant}</dt>
          <dd>${context.merchantName}</dd>
        </div>
        <div>
          <dt>${text.sum}</dt>
          <dd>${sumOf(context)}</dd>
        </div>
        <div>
          <dt>${text.card}</dt>
          <dd>${challenge?.brand} •••• ${challenge?.last4}</dd>
        </div>
      </dl>
      ${answers(context, 'challenge', isCheck(context) ? text.approveCard : text.approve(sumOf(context)))}
    </section>`,
  );
}

function walletPage(context: PageContext): string {
  const text = words[context.language];
  return page(
    context,
    text.walletTitle,
    html`<section class="panel">
      <header>
        <h1>${text.walletTitle}</h1>
        <p class="muted">${text.walletText(context.merchantName)}</p>
      </header>
      ${answers(context, 'wallet', text.pay(sumOf(context)))} ${otherMethod(context)}
    </section>`,
  );
}

function answers(context: PageContext, form: string, approve: string): Html {
  return html`<form class="acts" method="post" action="${pathTo(context, form)}">
    <button name="answer" value="approve">${approve}</button>
    <button class="quiet" name="answer" value="refuse">${words[context.language].refuse}</button>
  </form>`;
}

function accountPage(context: PageContext): string {
  const text = words[context.language];
  const { account } = context.payment;
  return page(
    context,
    text.accountTitle,
    html`<section class="panel">
      <header><h1>${text.accountTitle}</h1></header>
      <dl class="account">
        <div>
          <dt>${text.bank}</dt>
          <dd>${account?.bank}</dd>
        </div>
        <div>
          <dt>${text.accountNumber}</dt>
          <dd class="big">${inFours(account?.number ?? '')}</dd>
        </div>
        <div>
          <dt>${text.exactSum}</dt>
          <dd>${sumOf(context)}</dd>
        </div>
      </dl>
      <ol class="steps">
        ${text.transferSteps.map((step) => html`<li>${step}</li>`)}
      </ol>
      ${simulation(context, 'transfer', text.simulateTransferText, text.simulateTransfer(sumOf(context)))}
      ${leaving(context)}
    </section>`,
  );
}

function qrPage(context: PageContext): string {
  const text = words[context.language];
  return page(
    context,
    text.qrTitle,
    html`<section class="panel">
      <header>
        <h1>${text.qrTitle}</h1>
        <p class="muted">${text.qrText}</p>
      </header>
      <figure class="qr" role="img" aria-label="${text.qrLabel(context.merchantName, sumOf(context))}">
        ${qrCode(context.payment)}
      </figure>
      ${simulation(context, 'scan', text.simulateScanText, text.simulateScan(sumOf(context)))}
      ${leaving(context)}
    </section>`,
  );
}

/** One path of unit squares, four of quiet zone around. Always black on white: many apps cannot read it the other way. */
function qrCode({ qr }: Payment): Html {
  const { modules } = QRCode.create(qr ?? '', { errorCorrectionLevel: 'M' });
  const size = modules.size + 8;
  const squares = Array.from(modules.data, (dark, at) =>
    dark ? `M${(at % modules.size) + 4} ${Math.floor(at / modules.size) + 4}h1v1h-1z` : '',
  ).join('');
  return new Html(
    `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${squares}"/></svg>`,
  );
}

function simulation(context: PageContext, form: string, explanation: string, act: string): Html {
  return html`<form class="simulate" method="post" action="${pathTo(context, form)}">
    <p><strong>${icon('flask')} ${words[context.language].simulate}</strong> ${explanation}</p>
    <button class="quiet">${act}</button>
  </form>`;
}

function leaving(context: PageContext): Html {
  const text = words[context.language];
  return html`<div class="acts">
      <p class="hint">${text.mayLeave(context.merchantName)}</p>
      ${back(context, 'quiet')}
    </div>
    ${otherMethod(context)}`;
}

function otherMethod(context: PageContext): Html | false {
  const label = words[context.language].otherMethod;
  return (
    context.payment.methods.length > 1 &&
    html`<a class="link" href="${pathTo(context, '', '&choose')}">${label}</a>`
  );
}

function back({ payment, language, merchantName }: PageContext, look: '' | 'quiet'): Html | false {
  const label = words[language].backTo(merchantName);
  return (
    payment.returnUrl !== undefined &&
    html`<a class="button ${look}" href="${payment.returnUrl}">${label}</a>`
  );
}

const badges: Record<Exclude<Payment['status'], 'requires_action'>, { look: string; sign: IconName }> = {
  succeeded: { look: 'good', sign: 'check' },
  processing: { look: '', sign: 'clock' },
  failed: { look: 'danger', sign: 'cross' },
  expired: { look: 'attention', sign: 'clock' },
  canceled: { look: 'attention', sign: 'cross' },
  refunded: { look: '', sign: 'back' },
};

function resultPage(context: PageContext): string {
  const { payment, language } = context;
  const text = words[language];
  const { status, failure } = payment;
  if (status === 'requires_action') throw new Error('an open payment has no result');
  const result = status === 'succeeded' && isCheck(context) ? text.results.saved : text.results[status];
  const { look, sign } = badges[status];
  const late = status === 'expired' && payment.account;
  return page(
    context,
    result.title,
    html`<section class="panel result">
      <span class="badge ${look}">${icon(sign)}</span>
      <header>
        <h1>${result.title}</h1>
        ${failure && html`<p>${text.failures[failure.code]}</p>`}
        <p class="muted">${result.text} ${failure && text.classes[failure.class]}</p>
      </header>
      ${status === 'succeeded' && receipt(context)}
      <div class="acts">
        ${back(context, '')}
        ${status === 'processing' && html`<a class="button quiet" href="${pathTo(context)}">${text.checkAgain}</a>`}
      </div>
      ${disputing(context)}
      ${late && simulation(context, 'transfer', text.lateTransferText, text.lateTransfer(sumOf(context)))}
    </section>`,
  );
}

function receipt({ payment, language }: PageContext): Html {
  const text = words[language];
  return html`<dl class="facts">
    <div>
      <dt>${text.paidWith}</dt>
      <dd>${payment.paidWith?.label}</dd>
    </div>
    <div>
      <dt>${text.at}</dt>
      <dd>${timeText(payment.statusAt, language)}</dd>
    </div>
  </dl>`;
}
