import type { Locale, Session } from '../../kernel/auth/actor.ts';
import { everything } from '../../kernel/db/scope.ts';
import { anyone, member, memberOrKey, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { Problem, invalidInput } from '../../kernel/values/errors.ts';
import { changeServices, organizationOfService, readServices } from '../services/index.ts';
import { addSource, isSource, revokeSource } from './commands/manage-sources.ts';
import { reportUsage } from './commands/report-usage.ts';
import { setAlerts } from './commands/set-alerts.ts';
import * as contract from './contract.ts';
import type { UsageEvent } from './contract.ts';
import * as may from './permissions.ts';
import { readAlerts } from './queries/alerts.ts';
import { listSources } from './queries/sources.ts';
import { usageFile } from './usage-file.ts';

const own = '/api/organizations/:organization/services/:service';

const sources = '/api/console/usage/sources';

const languageOf = (asked: { lang?: Locale | undefined }, session: Session | null): Locale =>
  asked.lang ?? session?.person.locale ?? 'id';

export const routes = [
  route({
    method: 'POST',
    path: '/api/console/usage/events',
    summary:
      'Report what was used of services, up to 1,000 events at once. Each is taken or refused by itself, and once by its id.',
    door: staff(may.reportUsage),
    limit: { per: 'person', points: 1200, seconds: 60 },
    body: contract.eventsBody,
    output: contract.takenShape,
    write: (tx, { body }) => reportUsage(tx, body.events),
  }),
  route({
    method: 'POST',
    path: '/api/webhooks/usage',
    summary:
      'The same for systems that measure: JSON as above, with the token of the source in the header usage-token.',
    door: anyone('systems that measure prove themselves by the token of their source'),
    limit: { per: 'address', points: 1200, seconds: 60 },
    output: contract.takenShape,
    problems: [contract.unknownSource],
    receive: (ctx, { raw, headers }) =>
      ctx.within(everything).transact(async (tx) => {
        if (!(await isSource(tx, headers['usage-token']))) throw new Problem(contract.unknownSource);
        return reportUsage(tx, eventsOf(raw));
      }),
  }),
  route({
    method: 'GET',
    path: sources,
    summary: 'The systems that report what is used.',
    door: staff(may.manageSources),
    output: contract.sourcesShape,
    read: (db) => listSources(db),
  }),
  route({
    method: 'POST',
    path: sources,
    summary: 'Let a system report. Its token is told once.',
    door: staff(may.manageSources),
    proof: 'recent',
    secret: true,
    body: contract.sourceBody,
    output: contract.sourceMade,
    status: 201,
    act: (ctx, { body }, { session }) =>
      ctx.transact((tx) => addSource(tx, { name: body.name, by: session.person.id })),
  }),
  route({
    method: 'POST',
    path: `${sources}/:source/revoke`,
    summary: 'A system may not report any more.',
    door: staff(may.manageSources),
    params: contract.sourceParams,
    output: contract.sourcesShape,
    write: async (tx, { params }) => {
      await revokeSource(tx, params.source);
      return listSources(tx.db);
    },
  }),
  route({
    method: 'GET',
    path: `${own}/usage/alerts`,
    summary: 'At which percent of what is included the client of a service is told.',
    door: memberOrKey(readServices),
    params: contract.serviceParams,
    output: contract.alertsShape,
    read: (db, { params }) => readAlerts(db, params),
  }),
  route({
    method: 'PUT',
    path: `${own}/usage/alerts`,
    summary: 'Choose at which percent of what is included to be told; at none, never.',
    door: member(changeServices),
    params: contract.serviceParams,
    body: contract.alertsBody,
    output: contract.alertsShape,
    write: (tx, { params, body }) => setAlerts(tx, { ...params, percents: body.percents }),
  }),
  route({
    method: 'GET',
    path: `${own}/usage/file`,
    summary: 'What was used of a service by day, as CSV.',
    door: memberOrKey(readServices),
    limit: { per: 'person', points: 30, seconds: 60 },
    params: contract.serviceParams,
    query: contract.fileQuery,
    output: nothing,
    download: (ctx, { params, query }, { session }) =>
      usageFile(ctx, params, { ...query, lang: languageOf(query, session) }),
  }),
  route({
    method: 'GET',
    path: '/api/console/services/:service/usage/file',
    summary: 'What was used of a service by day, as CSV.',
    door: staff(readServices),
    params: contract.serviceParams.pick({ service: true }),
    query: contract.fileQuery,
    output: nothing,
    download: async (ctx, { params, query }, { session }) => {
      const { id } = await ctx.read((db) => organizationOfService(db, params.service));
      const key = { organization: id, service: params.service };
      return usageFile(ctx, key, { ...query, lang: languageOf(query, session) });
    },
  }),
];

/** Errors: `invalid_input`. */
function eventsOf(raw: Buffer): UsageEvent[] {
  const parsed = contract.eventsBody.safeParse(jsonOf(raw));
  if (parsed.success) return parsed.data.events;
  const fields = parsed.error.issues.map(({ path, code, message }) => ({
    path: path.join('.'),
    code,
    message,
  }));
  throw new Problem(invalidInput, { fields });
}

function jsonOf(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}
