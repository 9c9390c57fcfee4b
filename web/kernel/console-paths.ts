import { part, path } from './paths.ts';

/** A view of the ticket queue: the API's own filters. Without any it shows all there ever were. */
export type TicketView = Partial<
  Record<
    | 'sort'
    | 'status'
    | 'assignee'
    | 'queue'
    | 'priority'
    | 'tag'
    | 'organization'
    | 'service'
    | 'invoice'
    | 'q',
    string | null
  >
>;

/** The pages of staff, apart so that clients do not load their addresses. */
export const consolePaths = {
  home: () => path('/console'),
  clients: (query?: { q?: string }) => path('/console/clients', query),
  client: (id: string) => path(`/console/clients/${part(id)}`),
  clientRehearsal: (client: string, query?: { days?: string; assumption?: string; lateDays?: string }) =>
    path(`/console/clients/${part(client)}/rehearsal`, query),
  clientCredit: (client: string) => path(`/console/clients/${part(client)}/credit`),
  creditSettings: () => path('/console/settings/credit'),
  orders: (query?: { status?: string; q?: string }) => path('/console/orders', query),
  services: (query?: { status?: string; organization?: string }) => path('/console/services', query),
  service: (id: string) => path(`/console/services/${part(id)}`),
  changeService: (id: string) => path(`/console/services/${part(id)}/change`),
  provisioning: (query?: { status?: string }) => path('/console/provisioning', query),
  provisioningTask: (id: string) => path(`/console/provisioning/tasks/${part(id)}`),
  connections: () => path('/console/provisioning/connections'),
  meters: () => path('/console/meters'),
  invoices: (query?: { status?: string; client?: string }) => path('/console/invoices', query),
  newInvoice: (query?: { client?: string }) => path('/console/invoices/new', query),
  renewals: () => path('/console/renewals'),
  billingRuns: () => path('/console/billing-runs'),
  billingRun: (id: string) => path(`/console/billing-runs/${part(id)}`),
  rehearsals: () => path('/console/billing-runs/rehearsals'),
  rehearsal: (id: string, query?: { month?: string }) =>
    path(`/console/billing-runs/rehearsals/${part(id)}`, query),
  heldBack: () => path('/console/billing-runs/held-back'),
  billingSettings: () => path('/console/settings/billing'),
  revenue: () => path('/console/settings/revenue'),
  collections: () => path('/console/settings/collections'),
  taxes: (query?: { country?: string }) => path('/console/settings/taxes', query),
  withholdings: (query?: { state?: string }) => path('/console/invoices/withholdings', query),
  gatewayFees: () => path('/console/payments/fees'),
  gatewayFeeRules: () => path('/console/settings/payment-fees'),
  paymentSettings: () => path('/console/settings/payments'),
  texting: () => path('/console/settings/codes'),
  invoice: (id: string) => path(`/console/invoices/${part(id)}`),
  contests: (query?: { state?: string }) => path('/console/invoices/contests', query),
  creditNotes: (query?: { client?: string }) => path('/console/invoices/credit-notes', query),
  creditNote: (id: string) => path(`/console/invoices/credit-notes/${part(id)}`),
  payments: (query?: { cause?: string; q?: string }) => path('/console/payments', query),
  payment: (id: string) => path(`/console/payments/${part(id)}`),
  paymentAttempts: (query?: { status?: string }) => path('/console/payments/attempts', query),
  paymentAttempt: (id: string) => path(`/console/payments/attempts/${part(id)}`),
  automaticCharges: (query?: { state?: string }) => path('/console/payments/automatic', query),
  automaticCharge: (invoice: string) => path(`/console/payments/automatic/${part(invoice)}`),
  transfers: (query?: { state?: string }) => path('/console/payments/transfers', query),
  refunds: (query?: { state?: string }) => path('/console/payments/refunds', query),
  refund: (id: string) => path(`/console/payments/refunds/${part(id)}`),
  disputes: (query?: { group?: string }) => path('/console/payments/disputes', query),
  dispute: (id: string) => path(`/console/payments/disputes/${part(id)}`),
  unmatchedMoney: (query?: { state?: string }) => path('/console/payments/unmatched', query),
  /** By itself what waits for staff, the most urgent first. */
  tickets: (query: TicketView = { sort: 'waiting' }) => path('/console/tickets', query),
  newTicket: (query?: { client?: string }) => path('/console/tickets/new', query),
  ticketTeam: (query?: { state?: string; q?: string }) => path('/console/tickets/team', query),
  ticketQueues: () => path('/console/tickets/queues'),
  cannedReplies: (query?: { whose?: string; folder?: string; q?: string }) =>
    path('/console/tickets/replies', query),
  ticketAutomation: () => path('/console/tickets/automation'),
  newTicketRule: () => path('/console/tickets/automation/new'),
  ticketRule: (id: string) => path(`/console/tickets/automation/${part(id)}`),
  ratings: (query?: { followUp?: string }) => path('/console/ratings', query),
  ratingRules: () => path('/console/ratings/rules'),
  ticketMacros: () => path('/console/tickets/macros'),
  serviceLevels: () => path('/console/tickets/levels'),
  slaReport: () => path('/console/tickets/levels/report'),
  slaPolicy: (id: string) => path(`/console/tickets/policies/${part(id)}`),
  slaCalendar: (id: string) => path(`/console/tickets/calendars/${part(id)}`),
  ticketRules: () => path('/console/tickets/rules'),
  ticket: (id: string) => path(`/console/tickets/${part(id)}`),
  knowledge: (query?: { state?: string; category?: string }) => path('/console/knowledge', query),
  article: (id: string) => path(`/console/knowledge/articles/${part(id)}`),
  newArticle: () => path('/console/knowledge/new'),
  knowledgeCategories: () => path('/console/knowledge/categories'),
  knowledgeInsights: () => path('/console/knowledge/insights'),
  order: (id: string) => path(`/console/orders/${part(id)}`),
  offers: (query?: { state?: string; client?: string }) => path('/console/offers', query),
  offer: (id: string) => path(`/console/offers/${part(id)}`),
  offerRules: () => path('/console/offers/rules'),
  newOffer: (query?: { client?: string }) => path('/console/offers/new', query),
  editOffer: (id: string) => path(`/console/offers/${part(id)}/edit`),
  promotions: (query?: { state?: string }) => path('/console/promotions', query),
  promotion: (id: string) => path(`/console/promotions/${part(id)}`),
  promotionRules: () => path('/console/promotions/rules'),
  newPromotion: () => path('/console/promotions/new'),
  editPromotion: (id: string) => path(`/console/promotions/${part(id)}/edit`),
  promotionCodes: (id: string) => path(`/console/promotions/${part(id)}/codes`),
  catalog: () => path('/console/catalog'),
  product: (id: string) => path(`/console/catalog/${part(id)}`),
  allPrices: () => path('/console/prices'),
  newPrices: (query?: { product?: string }) => path('/console/prices/new', query),
  prices: (id: string) => path(`/console/prices/${part(id)}`),
  changePrices: (id: string) => path(`/console/prices/${part(id)}/change`),
  terms: () => path('/console/terms'),
  guestOrders: () => path('/console/guest-orders'),
  staff: () => path('/console/staff'),
  signIns: (query?: { outcome?: string; people?: string; q?: string }) => path('/console/sign-ins', query),
  person: (id: string) => path(`/console/people/${part(id)}`),
  audit: (query?: { name?: string; organization?: string; actor?: string }) => path('/console/audit', query),
  securityEvents: () => path('/console/security'),
  settings: () => path('/console/settings'),
  receivedMails: (query?: { state?: string; q?: string }) => path('/console/received-mails', query),
  receivedMail: (id: string) => path(`/console/received-mails/${part(id)}`),
  mailboxes: () => path('/console/mailboxes'),
  outbox: (query?: { state?: string; q?: string }) => path('/console/outbox', query),
  mail: (id: string) => path(`/console/outbox/${part(id)}`),
};
