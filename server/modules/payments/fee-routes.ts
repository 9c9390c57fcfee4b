import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { addFeeRule, removeFeeRule } from './commands/change-fee-rules.ts';
import * as contract from './fee-contract.ts';
import { feeFile } from './fee-file.ts';
import * as may from './permissions.ts';
import { listFeeRules, reportFees } from './queries/gateway-fees.ts';

const rules = '/api/console/gateway-fee-rules';
const report = '/api/console/gateway-fees';

export const feeRoutes = [
  route({
    method: 'GET',
    path: rules,
    summary: 'What gateways keep of payments, by the rules that are set.',
    door: staff(may.readPayments),
    output: contract.feeRulesShape,
    act: (ctx, _input, { session }) =>
      ctx.read((db) => listFeeRules(db, ctx.ports, session.staffRoles, ctx.clock.now())),
  }),
  route({
    method: 'POST',
    path: rules,
    summary: 'Say what a gateway keeps of payments from a day on.',
    door: staff(may.manageGateways),
    body: contract.feeRuleBody,
    output: contract.feeRulesShape,
    status: 201,
    problems: [contract.unknownGateway, contract.feeRuleExists],
    act: (ctx, { body }, { session }) =>
      ctx.transact(async (tx) => {
        await addFeeRule(tx, ctx.ports, body, session.person.id);
        return listFeeRules(tx.db, ctx.ports, session.staffRoles, tx.now);
      }),
  }),
  route({
    method: 'DELETE',
    path: `${rules}/:rule`,
    summary: 'Remove a rule that has not begun.',
    door: staff(may.manageGateways),
    params: contract.feeRuleParams,
    output: nothing,
    problems: [contract.feeRuleInUse],
    write: async (tx, { params }) => {
      await removeFeeRule(tx, params.rule);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: report,
    summary: 'What came by each gateway and what it kept, by month.',
    door: staff(may.readPayments),
    query: contract.feeQuery,
    output: contract.feeReport,
    act: (ctx, { query }) => ctx.read((db) => reportFees(db, ctx.ports, query, ctx.clock.now())),
  }),
  route({
    method: 'GET',
    path: `${report}/file`,
    summary: 'The same as CSV.',
    door: staff(may.readPayments),
    limit: { per: 'person', points: 30, seconds: 60 },
    query: contract.feeFileQuery,
    output: nothing,
    download: (ctx, { query }, { session }) =>
      feeFile(ctx, { ...query, lang: query.lang ?? session?.person.locale ?? 'id' }),
  }),
];
