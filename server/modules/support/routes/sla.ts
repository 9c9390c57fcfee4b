import { memberOrPersonalKey, route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { yearOf, dateIn } from '../../../kernel/values/dates.ts';
import { unknownTier } from '../../organizations/index.ts';
import { changeCalendar, makeCalendar } from '../commands/sla/define-calendar.ts';
import { changePolicy, makePolicy } from '../commands/sla/define-policy.ts';
import { organizationParams } from '../contract.ts';
import { readHolidays } from '../domain/sla/ical.ts';
import * as may from '../permissions.ts';
import { listCalendars, listPolicies, listProducts, workedExample } from '../queries/sla/policies.ts';
import { readOwnReport, readReport, reportFile } from '../queries/sla/report.ts';
import { seeingOf } from '../seeing.ts';
import * as contract from '../sla-contract.ts';

const base = '/api/console/service-levels';
const managing = staff(may.manageSla);
const reading = staff(may.readTickets);

export const slaRoutes = [
  route({
    method: 'GET',
    path: `${base}/calendars`,
    summary: 'When desks are there.',
    door: reading,
    output: contract.calendarList,
    read: async (db) => ({ items: await listCalendars(db) }),
  }),
  route({
    method: 'POST',
    path: `${base}/calendars`,
    summary: 'Make a calendar.',
    door: managing,
    body: contract.calendarBody,
    output: contract.madeShape,
    status: 201,
    write: async (tx, { body }) => ({ id: await makeCalendar(tx, body) }),
  }),
  route({
    method: 'PUT',
    path: `${base}/calendars/:calendar`,
    summary: 'Change a calendar from now on.',
    door: managing,
    ifMatch: true,
    params: contract.calendarParams,
    body: contract.calendarBody,
    output: nothing,
    write: async (tx, { params, body }, { version }) => {
      await changeCalendar(tx, params.calendar, version, body);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/holidays`,
    summary:
      'Read the holidays of an iCalendar file, this year’s and those of the next two. Changes nothing.',
    door: managing,
    body: contract.importBody,
    output: contract.importShape,
    problems: [contract.noCalendarFile],
    write: async (tx, { body }) => {
      const year = yearOf(dateIn('UTC', tx.now));
      const read = readHolidays(body.file, { from: year, to: year + 2 });
      if (!read) throw new Problem(contract.noCalendarFile);
      return { holidays: read.holidays.slice(0, 1000), skipped: read.skipped.slice(0, 200) };
    },
  }),
  route({
    method: 'GET',
    path: `${base}/policies`,
    summary: 'What is promised, to whom.',
    door: reading,
    output: contract.policyList,
    read: async (db) => ({ items: await listPolicies(db) }),
  }),
  route({
    method: 'POST',
    path: `${base}/policies`,
    summary: 'Promise something.',
    door: managing,
    body: contract.policyBody,
    output: contract.madeShape,
    status: 201,
    problems: [contract.unknownCalendar, unknownTier],
    write: async (tx, { body }) => ({ id: await makePolicy(tx, body) }),
  }),
  route({
    method: 'PUT',
    path: `${base}/policies/:policy`,
    summary: 'Promise something else from now on; clocks that run keep what they began with.',
    door: managing,
    ifMatch: true,
    params: contract.policyParams,
    body: contract.policyBody,
    output: nothing,
    problems: [contract.unknownCalendar, unknownTier],
    write: async (tx, { params, body }, { version }) => {
      await changePolicy(tx, params.policy, version, body);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/products`,
    summary: 'The products that something can be promised for.',
    door: reading,
    output: contract.productList,
    read: async (db) => ({ items: await listProducts(db) }),
  }),
  route({
    method: 'GET',
    path: `${base}/example`,
    summary: 'When a ticket opened next Friday at 16:50 would be due.',
    door: reading,
    query: contract.exampleQuery,
    output: contract.exampleShape,
    read: (db, { query }, { now }) => workedExample(db, query, now),
  }),
  route({
    method: 'GET',
    path: `${base}/report`,
    summary: 'How promises were kept, by month, policy, goal and queue.',
    door: reading,
    query: contract.reportQuery,
    output: contract.reportShape,
    read: (db, { query }, { session, now }) =>
      readReport(db, { ...query, zone: session.person.timeZone, now }),
  }),
  route({
    method: 'GET',
    path: `${base}/report/file`,
    summary: 'The same as CSV.',
    door: reading,
    query: contract.reportQuery,
    output: nothing,
    download: async (ctx, { query }, { session: { person }, now }) =>
      reportFile(
        await ctx.read((db) => readReport(db, { ...query, zone: person.timeZone, now })),
        person.locale,
      ),
  }),
  route({
    method: 'GET',
    path: '/api/organizations/:organization/service-levels',
    summary: 'How what you were promised was kept, by month.',
    door: memberOrPersonalKey(may.viewTickets),
    params: organizationParams,
    query: contract.reportQuery.pick({ months: true }),
    output: contract.ownReportShape,
    read: (db, { query }, { organization, session, now }) =>
      readOwnReport(db, seeingOf(organization, session), { ...query, zone: session.person.timeZone, now }),
  }),
];
