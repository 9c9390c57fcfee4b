import { withQuery } from './pages/match.ts';

declare const isPath: unique symbol;

/** A path inside the product. Only this file makes them, so a link cannot point to a page that does not exist. */
export type Path = string & { readonly [isPath]: true };

type Query = Record<string, string | null | undefined>;

const path = (text: string, query: Query = {}) => withQuery(text, query) as Path;
const part = encodeURIComponent;

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
    cancelService: (id: string) => path(`${base}/services/${part(id)}/cancel`),
    store: () => path(`${base}/order`),
    product: (product: string, query?: { step?: string; plan?: string; cycle?: string }) =>
      path(`${base}/order/${part(product)}`, query),
    orders: () => path(`${base}/orders`),
    order: (id: string) => path(`${base}/orders/${part(id)}`),
    invoices: (query?: { status?: string; q?: string }) => path(`${base}/invoices`, query),
    invoice: (id: string) => path(`${base}/invoices/${part(id)}`),
    pay: (id: string) => path(`${base}/invoices/${part(id)}/pay`),
    payment: (attempt: string) => path(`${base}/invoices/payments/${part(attempt)}`),
    statement: () => path(`${base}/statement`),
    credit: () => path(`${base}/invoices/credit`),
    renewals: () => path(`${base}/invoices/upcoming`),
    paymentMethods: () => path(`${base}/payment-methods`),
    tickets: (query?: { status?: string; service?: string; invoice?: string }) =>
      path(`${base}/tickets`, query),
    newTicket: (query?: { service?: string; invoice?: string }) => path(`${base}/tickets/new`, query),
    ticket: (id: string) => path(`${base}/tickets/${part(id)}`),
    ...knowledge(`${base}/knowledge`),
    organization: () => path(`${base}/organization`),
    members: () => path(`${base}/organization/members`),
    notifications: () => path(`${base}/notifications`),
    activity: () => path(`${base}/activity`),
    more: () => path(`${base}/more`),
  };
}

/** A view of the ticket queue: the API's own filters. Without any it shows all there ever were. */
export type TicketView = Partial<
  Record<
    'sort' | 'status' | 'assignee' | 'queue' | 'priority' | 'organization' | 'service' | 'invoice' | 'q',
    string | null
  >
>;

const consolePaths = {
  home: () => path('/console'),
  clients: (query?: { q?: string }) => path('/console/clients', query),
  client: (id: string) => path(`/console/clients/${part(id)}`),
  orders: (query?: { status?: string; q?: string }) => path('/console/orders', query),
  services: (query?: { status?: string; organization?: string }) => path('/console/services', query),
  service: (id: string) => path(`/console/services/${part(id)}`),
  provisioning: (query?: { status?: string }) => path('/console/provisioning', query),
  provisioningTask: (id: string) => path(`/console/provisioning/tasks/${part(id)}`),
  connections: () => path('/console/provisioning/connections'),
  invoices: (query?: { status?: string; client?: string }) => path('/console/invoices', query),
  newInvoice: (query?: { client?: string }) => path('/console/invoices/new', query),
  renewals: () => path('/console/renewals'),
  billingSettings: () => path('/console/settings/billing'),
  invoice: (id: string) => path(`/console/invoices/${part(id)}`),
  payments: (query?: { cause?: string; q?: string }) => path('/console/payments', query),
  payment: (id: string) => path(`/console/payments/${part(id)}`),
  paymentAttempts: (query?: { status?: string }) => path('/console/payments/attempts', query),
  paymentAttempt: (id: string) => path(`/console/payments/attempts/${part(id)}`),
  transfers: (query?: { state?: string }) => path('/console/payments/transfers', query),
  unmatchedMoney: (query?: { state?: string }) => path('/console/payments/unmatched', query),
  /** By itself what waits for staff, the most urgent first. */
  tickets: (query: TicketView = { sort: 'waiting' }) => path('/console/tickets', query),
  newTicket: (query?: { client?: string }) => path('/console/tickets/new', query),
  ticketQueues: () => path('/console/tickets/queues'),
  ticket: (id: string) => path(`/console/tickets/${part(id)}`),
  knowledge: (query?: { state?: string; category?: string }) => path('/console/knowledge', query),
  article: (id: string) => path(`/console/knowledge/articles/${part(id)}`),
  newArticle: () => path('/console/knowledge/new'),
  knowledgeCategories: () => path('/console/knowledge/categories'),
  knowledgeInsights: () => path('/console/knowledge/insights'),
  order: (id: string) => path(`/console/orders/${part(id)}`),
  catalog: () => path('/console/catalog'),
  product: (id: string) => path(`/console/catalog/${part(id)}`),
  terms: () => path('/console/terms'),
  staff: () => path('/console/staff'),
  audit: (query?: { name?: string; organization?: string; actor?: string }) => path('/console/audit', query),
  settings: () => path('/console/settings'),
  outbox: (query?: { state?: string; q?: string }) => path('/console/outbox', query),
  mail: (id: string) => path(`/console/outbox/${part(id)}`),
};

export const paths = {
  root: () => path('/'),
  signIn: (next?: string) => path('/sign-in', { next }),
  signUp: (next?: string) => path('/sign-up', { next }),
  verifyEmail: () => path('/verify-email'),
  forgotPassword: () => path('/forgot-password'),
  resetPassword: () => path('/reset-password'),
  invitation: () => path('/invitations'),
  orderStatus: () => path('/order-status'),
  shop: (query?: { currency?: string }) => path('/store', query),
  shopProduct: (product: string, query?: { currency?: string }) => path(`/store/${part(product)}`, query),
  /** Not a page: the server leads from here to sign-in, sign-up or the order flow, and keeps the choice. */
  order: (product: string) => path(`/order/${part(product)}`),
  ...knowledge('/knowledge'),
  newOrganization: () => path('/organizations/new'),
  profile: () => path('/account/profile'),
  security: () => path('/account/security'),
  notificationPreferences: () => path('/account/notifications'),
  organization,
  console: consolePaths,
};

export type OrganizationPaths = ReturnType<typeof organization>;

/** Where to go after signing in: only a path of this site, never an address someone put in the link. */
export function safeNext(next: string | null | undefined): Path {
  return (next && /^\/(?![/\\])/.test(next) ? next : '/') as Path;
}
