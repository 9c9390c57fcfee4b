import { safeNext } from '../../../web/kernel/pages/safe-next.ts';

/** A form of a page that browsers without script send by themselves. What it says stands in the body and never in an address. */
export interface PostedForm {
  path: string;
  /** The page it belongs to, where that has another address. */
  page?: string | ((sent: URLSearchParams) => string);
  api: string | ((sent: URLSearchParams) => string);
  fields: readonly string[];
  /** What of it is no text: fields are texts, and one that is not ticked is not sent. */
  also?: (sent: URLSearchParams) => object;
  /** Shown again when it was not accepted. */
  shown: readonly string[];
  /** Where it leads when accepted; without it the page shows the answer. */
  leadsTo?: (url: URL) => string;
  /** What the page shows after it, accepted or not: asked with what is shown again. */
  after?: string;
  /** The same, only when it was not accepted. */
  instead?: string;
  /** What is answered is a file. */
  file?: true;
  /** Bytes that may come, when more than a few fields. */
  bytes?: number;
}

/** The field with which a page names the one time that it was drawn. */
export const formKey = 'form-key';

const contact = '/contact/message';
const ofGuests = '/api/guest-messages';
/** What somebody without an account does by a mailed link. */
const guestForm = (act: 'confirm' | 'reply'): PostedForm => ({
  path: `${contact}/${act}`,
  page: contact,
  api: `${ofGuests}/${act}`,
  fields: act === 'reply' ? ['token', 'text'] : ['token'],
  shown: ['token'],
  after: `${ofGuests}/open`,
  bytes: 200_000,
});
const guestEnd = (act: 'decline' | 'renew'): PostedForm => ({
  path: `${contact}/${act}`,
  page: contact,
  api: `${ofGuests}/${act}`,
  fields: ['token'],
  shown: ['token'],
});

/** A whole number, or null where nothing was written. */
const whole = (text: string | null): number | null => (text ? Number(text) : null);

/** One configured plan: options are named by kind and code, as all that a form knows of them is text. */
function itemOf(sent: URLSearchParams): object {
  const options: Record<string, unknown> = {};
  for (const [name, value] of sent) {
    const [, kind, code] = /^option\.(select|quantity|text|checkbox)\.(.+)$/.exec(name) ?? [];
    if (!code || value === '') continue;
    options[code] = kind === 'quantity' ? Number(value) : kind === 'checkbox' ? true : value;
  }
  const addons = [...sent.keys()].filter((name) => name.startsWith('addon.'));
  return {
    plan: sent.get('plan') ?? '',
    cycle: sent.get('cycle') ?? '',
    quantity: whole(sent.get('quantity')) ?? 1,
    options,
    addons: addons.map((name) => name.slice('addon.'.length)),
  };
}

/** Of a mailed link that was pasted whole, or by itself. Some is said of it in any case, so that the address is one. */
const tokenIn = (link: string): string =>
  new URLSearchParams(link.trim().split('#').at(-1)).get('token') || link.trim() || '-';

const lookup = '/order-status';
const byCode = ['number', 'code'];
const confirmation = '/order-status/confirm';

const offer = '/offer';
const ofOffers = '/api/guest-offers';

export const forms: readonly PostedForm[] = [
  {
    path: '/sign-in',
    api: '/api/session',
    fields: ['email', 'password'],
    shown: ['email'],
    leadsTo: (url) => safeNext(url.searchParams.get('next')),
  },
  {
    path: '/contact',
    api: ofGuests,
    fields: ['kind', 'name', 'email', 'subject', 'text', 'orderNumber', 'locale'],
    shown: ['kind', 'name', 'email', 'subject', 'text', 'orderNumber'],
    bytes: 200_000,
  },
  { path: contact, api: `${ofGuests}/open`, fields: ['token'], shown: ['token'] },
  guestForm('confirm'),
  guestForm('reply'),
  guestEnd('decline'),
  guestEnd('renew'),
  {
    path: '/checkout',
    page: (sent) => `/checkout/${encodeURIComponent(sent.get('product') ?? '')}`,
    api: '/api/guest-orders',
    fields: ['name', 'email', 'company', 'country', 'locale', 'currency', 'promotionCode'],
    also: (sent) => ({
      item: itemOf(sent),
      termsVersion: sent.has('accepted') ? whole(sent.get('termsVersion')) : null,
    }),
    shown: ['name', 'email', 'company', 'country', 'promotionCode', 'accepted'],
    bytes: 100_000,
  },
  { path: confirmation, api: '/api/guest-orders/open', fields: ['token'], shown: ['token'] },
  {
    path: '/order-status/place',
    page: confirmation,
    api: '/api/guest-orders/place',
    fields: ['token'],
    also: (sent) => ({
      expectedTotal: whole(sent.get('expectedTotal')),
      termsVersion: sent.has('accepted') ? whole(sent.get('termsVersion')) : null,
    }),
    shown: ['token'],
    after: '/api/guest-orders/open',
  },
  {
    path: '/order-status/decline',
    page: confirmation,
    api: `${ofGuests}/decline`,
    fields: ['token'],
    shown: ['token'],
  },
  { path: offer, api: `${ofOffers}/open`, fields: ['token'], shown: ['token'] },
  {
    path: `${offer}/accept`,
    page: offer,
    api: `${ofOffers}/accept`,
    fields: ['token', 'name'],
    also: (sent) => ({
      expectedTotal: whole(sent.get('expectedTotal')),
      termsVersion: sent.has('accepted') ? whole(sent.get('termsVersion')) : null,
    }),
    shown: ['token'],
    after: `${ofOffers}/open`,
  },
  {
    path: `${offer}/decline`,
    page: offer,
    api: `${ofOffers}/decline`,
    fields: ['token', 'reason'],
    shown: ['token'],
    after: `${ofOffers}/open`,
    bytes: 20_000,
  },
  {
    path: `${offer}/document`,
    page: offer,
    api: `${ofOffers}/document`,
    fields: ['token', 'lang'],
    shown: ['token'],
    instead: `${ofOffers}/open`,
    file: true,
  },
  {
    path: '/unsubscribe',
    api: (sent) => `/api/unsubscribe/${encodeURIComponent(tokenIn(sent.get('link') ?? ''))}`,
    fields: [],
    shown: ['link'],
  },
  {
    path: '/rating',
    api: '/api/ratings/answer',
    fields: ['token', 'comment'],
    also: (sent) => ({ score: whole(sent.get('score')) }),
    shown: ['token', 'comment'],
  },
  { path: lookup, api: '/api/order-status', fields: byCode, shown: byCode },
  { path: `${lookup}/check`, page: lookup, api: '/api/order-status/check', fields: byCode, shown: byCode },
  {
    path: `${lookup}/pay`,
    page: lookup,
    api: '/api/order-status/pay',
    fields: [...byCode, 'invoice'],
    also: (sent) => {
      const [gateway = '', method = ''] = (sent.get('how') ?? '').split('/');
      return { gateway, method };
    },
    shown: byCode,
    instead: '/api/order-status',
  },
  {
    path: `${lookup}/document`,
    page: lookup,
    api: '/api/order-status/document',
    fields: [...byCode, 'kind', 'id', 'lang'],
    shown: byCode,
    instead: '/api/order-status',
    file: true,
  },
];
