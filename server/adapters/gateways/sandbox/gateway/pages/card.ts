import { testCards } from '../test-cards.ts';
import { inFours } from './format.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { isCheck, type PageContext, page, pathTo, sumOf } from './layout.ts';
import { words } from './words.ts';

export const cardFields = ['number', 'expiry', 'cvc', 'holder'] as const;
export type CardField = (typeof cardFields)[number];

/** What was typed and which fields were refused. The security code never comes back. */
export interface CardFormState {
  typed: Partial<Record<CardField, string>>;
  wrong: readonly CardField[];
}

export function cardPage(context: PageContext, state: CardFormState): string {
  const text = words[context.language];
  const { payment, merchantName } = context;
  const title = isCheck(context) ? text.saveCard : text.cardTitle;
  return page(
    context,
    title,
    html`<section class="panel">
      <header>
        <h1>${title}</h1>
        <p class="hint">${text.onlyTestCards}</p>
      </header>
      ${state.wrong.length > 0 && problems(context, state)}
      <form method="post" action="${pathTo(context, 'card')}" novalidate>
        ${field(context, state, 'number')}
        <div class="two">${field(context, state, 'expiry')}${field(context, state, 'cvc')}</div>
        ${field(context, state, 'holder')}
        ${payment.save && html`<p class="note">${icon('card')} ${text.willBeSaved(merchantName)}</p>`}
        <button>${isCheck(context) ? text.saveCard : text.pay(sumOf(context))}</button>
      </form>
      ${payment.methods.length > 1 && html`<a class="link" href="${pathTo(context, '', '&choose')}">${text.otherMethod}</a>`}
      ${testCardList(context, state.wrong.includes('number'))}
    </section>`,
  );
}

function problems(context: PageContext, { wrong }: CardFormState): Html {
  const text = words[context.language];
  return html`<div class="note danger" role="alert">
    <p>${text.problems}</p>
    <ul>
      ${wrong.map((name) => html`<li><a href="#${name}">${text[name]}</a></li>`)}
    </ul>
  </div>`;
}

const errors = {
  number: 'wrongNumber',
  expiry: 'wrongExpiry',
  cvc: 'wrongCvc',
  holder: 'wrongHolder',
} as const;

// Autocomplete is off on purpose: browsers must not offer real cards here.
function field(context: PageContext, { typed, wrong }: CardFormState, name: CardField): Html {
  const text = words[context.language];
  const isWrong = wrong.includes(name);
  const hint = name === 'expiry' ? text.expiryHint : name === 'cvc' ? text.cvcHint : undefined;
  const keyboard = name === 'holder' ? html`autocapitalize="words"` : html`inputmode="numeric"`;
  const value = name === 'cvc' && isWrong ? '' : (typed[name] ?? '');
  return html`<div>
    <label for="${name}"
      ><span>${text[name]} ${hint !== undefined && html`<span class="hint">${hint}</span>`}</span>
      <input
        id="${name}"
        name="${name}"
        value="${value}"
        ${keyboard}
        autocomplete="off"
        spellcheck="false"
        maxlength="${name === 'holder' ? 80 : 23}"
        required
        ${isWrong && html`aria-invalid="true" aria-describedby="${name}-wrong"`}
    /></label>
    ${isWrong && html`<p class="wrong" id="${name}-wrong">${text[errors[name]]}</p>`}
  </div>`;
}

function testCardList(context: PageContext, open: boolean): Html {
  const text = words[context.language];
  return html`<details ${open && html`open`}>
    <summary>${icon('next')} ${text.testCards}</summary>
    <ul class="cards">
      ${testCards.map(
        ({ name, number, brand, says }) =>
          html`<li>
            <div><code>${inFours(number)}</code><small>${brand} · ${says[context.language]}</small></div>
            <a
              href="${pathTo(context, '', `&use=${name}`)}"
              aria-label="${text.use}: ${brand}, ${says[context.language]}"
              >${text.use}</a
            >
          </li>`,
      )}
    </ul>
  </details>`;
}
