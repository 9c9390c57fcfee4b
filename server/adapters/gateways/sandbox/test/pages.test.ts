import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StartedPayment } from '../../../../modules/payments/gateway.ts';
import { html } from '../gateway/pages/html.ts';
import { sumText, timeText } from '../gateway/pages/format.ts';
import { words } from '../gateway/pages/words.ts';
import { testCards } from '../gateway/test-cards.ts';
import { openWorld, pageOf, type SandboxWorld, submit } from './world.ts';

let world: SandboxWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

function start(method: string, more: object = {}): Promise<StartedPayment> {
  return world.gateway.startPayment({
    attemptId: 'attempt-1',
    amount: 1_110_000n,
    currency: 'IDR',
    method,
    description: 'Tagihan <b>INV-42</b>',
    payer: { name: 'Sari "Wulan" O’Neil', email: 'sari@example.com' },
    returnUrl: 'https://portal.example.com/back?invoice=42&from=pay',
    language: 'id',
    save: false,
    expiresAt: new Date(world.now().getTime() + 3_600_000),
    now: world.now(),
    ...more,
  });
}

async function read(url: string, more = ''): Promise<string> {
  return (await fetch(url + more)).text();
}

async function post(
  started: StartedPayment,
  form: string,
  fields: Record<string, string>,
): Promise<Response> {
  const url = new URL(pageOf(started));
  url.pathname += `/${form}`;
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

const goodCard = { number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', holder: 'Sari' };

/** One page of each kind, with the words it must say. */
const shown: [string, (text: (typeof words)['id']) => string, () => Promise<StartedPayment>][] = [
  ['the choice', (text) => text.chooseTitle, () => start('checkout')],
  ['the card form', (text) => text.cardTitle, () => start('card')],
  ['the account', (text) => text.accountTitle, () => start('virtual_account')],
  ['the code', (text) => text.qrTitle, () => start('qris')],
  ['the wallet', (text) => text.walletTitle, () => start('ewallet')],
  ['the bank step', (text) => text.challengeTitle, () => afterPaying('challenge')],
  ['success', (text) => text.results.succeeded.title, () => afterPaying('success')],
  ['waiting', (text) => text.results.processing.title, () => afterPaying('slow_success')],
  ['a decline', (text) => text.classes.never, () => afterPaying('stolen_card')],
];

async function afterPaying(testCard: string): Promise<StartedPayment> {
  const started = await start('card');
  await world.payWith(started, testCard);
  return started;
}

describe('hosted pages', () => {
  it.each(shown)('show %s in both languages, without script and inline style', async (_, title, arrange) => {
    const started = await arrange();
    for (const language of ['id', 'en'] as const) {
      const answer = await fetch(pageOf(started).replace('lang=id', `lang=${language}`));
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).toContain(title(words[language]));
      expect(page).toContain('Rp1.110.000');
      expect(page).toContain(words[language].testMode);
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
      expect(page).not.toContain('<b>INV-42</b>');
      expect(page).not.toMatch(/undefined|\[object|null/);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('serve their style sheet', async () => {
    const page = await read(pageOf(await start('card')));
    const path = /<link rel="stylesheet" href="([^"]+)"/.exec(page)![1]!;
    const answer = await fetch(new URL(path, world.baseUrl));
    expect(answer.headers.get('content-type')).toContain('text/css');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(await answer.text()).toContain('prefers-color-scheme: dark');
  });

  it('link back to the merchant', async () => {
    const page = await read(pageOf(await afterPaying('success')));
    expect(page).toContain('href="https://portal.example.com/back?invoice=42&#38;from=pay"');
  });

  it('let the payer choose, and choose again', async () => {
    const started = await start('checkout');
    await submit(pageOf(started), 'method', { method: 'virtual_account' });
    const account = await read(pageOf(started));
    expect(account).toContain(words.id.accountTitle);
    expect(await read(pageOf(started), '&choose')).toContain(words.id.chooseTitle);
    await submit(pageOf(started), 'method', { method: 'qris' });
    expect(await read(pageOf(started))).toContain(words.id.qrTitle);
    await submit(pageOf(started), 'method', { method: 'virtual_account' });
    expect(await read(pageOf(started))).toBe(account);
  });

  it('offer only methods that take the sum', async () => {
    const page = await read(pageOf(await start('checkout', { amount: 15_000_000n })));
    expect(page).toContain(words.id.methods.card.name);
    expect(page).not.toContain(words.id.methods.qris.hint);
  });

  it('take no method the merchant did not offer', async () => {
    const started = await start('card');
    await submit(pageOf(started), 'method', { method: 'virtual_account' });
    expect(await read(pageOf(started))).toContain(words.id.cardTitle);
    await submit(pageOf(started), 'transfer', {});
    expect((await world.gateway.fetchPayment(started.gatewayReference)).status).toBe('requires_action');
  });

  it('take no other sum, whatever a form says', async () => {
    const started = await start('card');
    await post(started, 'card', { ...goodCard, amount: '1', currency: 'USD' });
    expect(await world.gateway.fetchPayment(started.gatewayReference)).toMatchObject({
      status: 'succeeded',
      amount: 1_110_000n,
      currency: 'IDR',
    });
  });

  it.each([
    ['number', { number: '4111 1111 1111 1111' }],
    ['number', { number: '' }],
    ['expiry', { expiry: '10/26' }],
    ['expiry', { expiry: '13/34' }],
    ['cvc', { cvc: '12' }],
    ['holder', { holder: '  ' }],
  ] as const)('explain a wrong %s and keep the rest', async (name, wrong) => {
    const started = await start('card');
    const answer = await post(started, 'card', { ...goodCard, ...wrong });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    const explained = {
      number: 'wrongNumber',
      expiry: 'wrongExpiry',
      cvc: 'wrongCvc',
      holder: 'wrongHolder',
    } as const;
    expect(page).toContain(words.id[explained[name]]);
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(1);
    if (name !== 'holder') expect(page).toContain('value="Sari"');
    expect(page).not.toContain('4111');
    expect((await world.gateway.fetchPayment(started.gatewayReference)).status).toBe('requires_action');
  });

  it('fill in the test card that was picked', async () => {
    const started = await start('card');
    const page = await read(pageOf(started), '&use=stolen_card');
    expect(page).toContain('value="4000000000009979"');
    expect(page).toContain('value="Sari &#34;Wulan&#34; O’Neil"');
    for (const { number } of testCards) expect(page).toContain(number.slice(-4));
  });

  it('never keep a card number or security code', async () => {
    const started = await start('card', { save: true });
    await world.payWith(started, 'success');
    const kept = JSON.stringify(await world.store.payment(started.gatewayReference));
    expect(kept).toContain('4242');
    expect(kept).not.toContain('42424242');
    expect(kept).not.toMatch(/cvc/i);
  });

  it('answer unknown payments and broken forms calmly', async () => {
    const unknown = await fetch(`${world.baseUrl}/pay/pay_nothing?lang=en`);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain(words.en.missingTitle);
    const started = await start('checkout');
    expect((await post(started, 'method', { method: 'barter' })).status).toBe(400);
    const reloaded = await fetch(pageOf(started).replace('?', '/card?'), { redirect: 'manual' });
    expect(new URL(reloaded.headers.get('location')!, world.baseUrl).href).toBe(pageOf(started));
  });

  it('offer a late transfer once the time is over', async () => {
    const started = await start('virtual_account');
    world.advance(3_601);
    expect(await read(pageOf(started))).toContain(words.id.lateTransfer('Rp1.110.000'));
  });

  it('say that a card is saved when no money moves', async () => {
    const started = await start('card', { amount: 0n, save: true });
    const page = await read(pageOf(started));
    expect(page).toContain(words.id.saveCard);
    expect(page).not.toContain('Rp0');
    await world.payWith(started, 'success');
    expect(await read(pageOf(started))).toContain(words.id.results.saved.title);
  });
});

describe('texts', () => {
  it('escape what is put in, once', () => {
    const inner = html`<i>${'<&>'}</i>`;
    expect(html`<p title="${`"'`}">${inner}${[inner]}${false}${undefined}</p>`.markup).toBe(
      '<p title="&#34;&#39;"><i>&#60;&#38;&#62;</i><i>&#60;&#38;&#62;</i></p>',
    );
  });

  it.each([
    ['1110000', 'IDR', 'id', 'Rp1.110.000'],
    ['1110000', 'IDR', 'en', 'Rp1.110.000'],
    ['7400', 'USD', 'en', '$74.00'],
    ['123456789', 'USD', 'id', '$1.234.567,89'],
    ['5', 'USD', 'en', '$0.05'],
    ['0', 'IDR', 'id', 'Rp0'],
  ] as const)('write %s %s in %s as %s', (amount, currency, language, expected) => {
    expect(sumText(amount, currency, language)).toBe(expected);
  });

  it('name the zone of a time', () => {
    expect(timeText('2026-11-22T03:00:00Z', 'id')).toBe('22 November 2026 pukul 10.00\u00a0WIB');
    expect(timeText('2026-11-22T03:00:00Z', 'en')).toBe('22 November 2026 at 10:00\u00a0WIB');
  });
});
