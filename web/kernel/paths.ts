import { withQuery } from './pages/match.ts';
import { safeNext as anyNext } from './pages/safe-next.ts';

declare const isPath: unique symbol;

/** A path inside the product. Only this file and `console-paths.ts` make them, so a link cannot point to a page that does not exist. */
export type Path = string & { readonly [isPath]: true };

type Query = Record<string, string | null | undefined>;

export const path = (text: string, query: Query = {}) => withQuery(text, query) as Path;
export const part = encodeURIComponent;

/** The knowledge base: everybody's, and the same inside an organization. */
function knowledge(base: string) {
  return {
    knowledge: () => path(base),
    knowledgeSearch: (query?: { q?: string; category?: string }) => path(`${base}/search`, query),
    knowledgeCategory: (slug: string) => path(`${base}/topics/${part(slug)}`),
    /** `from` says where it was found, which is counted; `lang` asks for the language it is not read in by itself. */
    article: (slug: string, query?: { from?: 'search'; lang?: string }) =>
      path(`${base}/${part(slug)}`, query),
  };
}

export type KnowledgePaths = ReturnType<typeof knowledge>;

function organization(slug: string) {
  const base = `/o/${part(slug)}`;
  return {
    home: () => path(base),
    services: (query?: { status?: string }) => path(`${base}/services`, query),
    service: (id: string) => path(`${base}/services/${part(id)}`),
    changeService: (id: string) => path(`${base}/services/${part(id)}/change`),
    cancelService: (id: string) => path(`${base}/services/${part(id)}/cancel`),
    store: () => path(`${base}/order`),
    product: (product: string, query?: { step?: string; plan?: string; cycle?: string }) =>
      path(`${base}/order/${part(product)}`, query),
    orders: () => path(`${base}/orders`),
    order: (id: string) => path(`${base}/orders/${part(id)}`),
    offers: () => path(`${base}/offers`),
    offer: (id: string) => path(`${base}/offers/${part(id)}`),
    invoices: (query?: { status?: string; q?: string }) => path(`${base}/invoices`, query),
    invoice: (id: string) => path(`${base}/invoices/${part(id)}`),
    pay: (id: string) => path(`${base}/invoices/${part(id)}/pay`),
    payMany: () => path(`${base}/invoices/pay-many`),
    payment: (attempt: string) => path(`${base}/invoices/payments/${part(attempt)}`),
    statement: () => path(`${base}/statement`),
    credit: () => path(`${base}/invoices/credit`),
    addCredit: () => path(`${base}/invoices/credit/add`),
    refunds: () => path(`${base}/invoices/refunds`),
    creditNotes: () => path(`${base}/invoices/credit-notes`),
    creditNote: (id: string) => path(`${base}/invoices/credit-notes/${part(id)}`),
    renewals: () => path(`${base}/invoices/upcoming`),
    invoicesAbove: () => path(`${base}/invoices/above`),
    paymentMethods: () => path(`${base}/payment-methods`),
    tickets: (query?: { status?: string; service?: string; invoice?: string }) =>
      path(`${base}/tickets`, query),
    newTicket: (query?: { service?: string; invoice?: string; offer?: string; subject?: string }) =>
      path(`${base}/tickets/new`, query),
    /** Also what stands beside the tickets: `levels`, `sharing`. */
    ticket: (id: string) => path(`${base}/tickets/${part(id)}`),
    ...knowledge(`${base}/knowledge`),
    organization: () => path(`${base}/organization`),
    members: () => path(`${base}/organization/members`),
    roles: () => path(`${base}/organization/roles`),
    domains: () => path(`${base}/organization/domains`),
    singleSignOn: () => path(`${base}/organization/single-sign-on`),
    access: () => path(`${base}/organization/access`),
    directory: () => path(`${base}/organization/directory`),
    keys: () => path(`${base}/organization/keys`),
    group: () => path(`${base}/group`),
    groupStatement: () => path(`${base}/group/statement`),
    notifications: () => path(`${base}/notifications`),
    activity: () => path(`${base}/activity`),
    more: () => path(`${base}/more`),
  };
}

export const paths = {
  root: () => path('/'),
  signIn: (next?: string) => path('/sign-in', { next }),
  signUp: (next?: string) => path('/sign-up', { next }),
  verifyEmail: () => path('/verify-email'),
  forgotPassword: () => path('/forgot-password'),
  resetPassword: () => path('/reset-password'),
  invitation: () => path('/invitations'),
  orderStatus: () => path('/order-status'),
  confirmOrder: () => path('/order-status/confirm'),
  checkout: (product: string, query?: { plan?: string; cycle?: string; currency?: string }) =>
    path(`/checkout/${part(product)}`, query),
  contact: () => path('/contact'),
  contactMessage: () => path('/contact/message'),
  rating: (ask?: string) => path('/rating', { ask }),
  shop: (query?: { currency?: string }) => path('/store', query),
  shopProduct: (product: string, query?: { currency?: string }) => path(`/store/${part(product)}`, query),
  /** Not a page: the server leads from here to sign-in, sign-up or the order flow, and keeps the choice. */
  order: (product: string, query?: { plan?: string; cycle?: string }) =>
    path(`/order/${part(product)}`, query),
  /** Not pages: where forms of a guest's order go without script. */
  orderStatusForm: (act: 'check' | 'pay' | 'document' | 'place' | 'decline') => path(`/order-status/${act}`),
  checkoutForm: (query?: { currency?: string }) => path('/checkout', query),
  ...knowledge('/knowledge'),
  newOrganization: () => path('/organizations/new'),
  inbox: () => path('/inbox'),
  profile: () => path('/account/profile'),
  security: () => path('/account/security'),
  claims: () => path('/account/claims'),
  secondStep: () => path('/account/second-step'),
  notificationPreferences: () => path('/account/notifications'),
  organization,
  consoleHome: () => path('/console'),
};

export type OrganizationPaths = ReturnType<typeof organization>;

/** Where to go after signing in. */
export const safeNext = (next: string | null | undefined) => anyNext(next) as Path;
