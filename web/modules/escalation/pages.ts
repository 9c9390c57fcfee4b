import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'escalation.read';
const escalations = '/api/console/escalations';
const rules = '/api/console/escalation-rules';
const levels = '/api/console/escalation-levels';
const rotas = '/api/console/on-call-rotas';
const queues = '/api/console/ticket-queues';
const agents = '/api/console/tickets/agents';
const aboutTickets = [agents, '/api/console/tickets/form', queues];
const base = '/console/tickets/escalations';

export const consolePages: Pages = {
  [base]: {
    page: 'escalations-page',
    shape: 'list',
    need,
    data: [`${escalations}{?state,level,queue,q}`, queues],
  },
  [`${base}/report`]: { page: 'report-page', shape: 'list', need, data: [`${escalations}/report{?by}`] },
  [`${base}/rules`]: { page: 'rules-page', shape: 'list', need, data: [rules] },
  [`${base}/rules/new`]: {
    page: 'rule-page',
    shape: 'form',
    need: 'escalation.rules.manage',
    data: [rules, ...aboutTickets],
  },
  [`${base}/rules/:ruleId`]: { page: 'rule-page', shape: 'form', need, data: [rules, ...aboutTickets] },
  [`${base}/levels`]: {
    page: 'levels-page',
    shape: 'form',
    need,
    data: [levels, rotas, agents, '/api/console/service-levels/calendars'],
  },
  [`${base}/rotas`]: { page: 'rotas-page', shape: 'list', need, data: [rotas, agents] },
  [`${base}/rotas/:rotaId`]: {
    page: 'rota-page',
    shape: 'form',
    need: 'escalation.rotas.manage',
    data: [rotas, agents],
  },
};
