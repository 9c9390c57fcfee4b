import { member, route, staff } from '../../../kernel/http/route.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import * as contract from '../contract.ts';
import { addDomain, removeDomain } from '../domains/add-domain.ts';
import { holdDomain, proveDomain, takeDomainBack } from '../domains/prove-domain.ts';
import { listDomains } from '../domains/queries.ts';
import * as may from '../permissions.ts';

const base = '/api/organizations/:organization/domains';
const console = '/api/console/clients/:organization/domains';

export const domainRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'The mail domains of an organization, and the record each has to carry.',
    door: member(may.manageDomains),
    params: contract.organizationParams,
    output: contract.domainList,
    read: (db, { params }) => listDomains(db, params.organization),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Add a mail domain, which is to be proved by a TXT record.',
    door: member(may.manageDomains),
    proof: 'recent',
    params: contract.organizationParams,
    body: contract.domainBody,
    output: contract.domainList,
    status: 201,
    problems: [contract.publicProvider, contract.domainThere, contract.tooManyDomains],
    write: async (tx, { params, body }, { session }) => {
      await addDomain(tx, { ...params, ...body, person: session.person.id });
      return listDomains(tx.db, params.organization);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:domain/prove`,
    summary: 'Look for the TXT record of a domain.',
    door: member(may.manageDomains),
    proof: 'recent',
    limit: { per: 'person', points: 20, seconds: 60 },
    params: contract.domainParams,
    output: contract.domainList,
    problems: [contract.domainNotProved, contract.domainTaken, contract.namesSilent],
    act: async (ctx, { params }) => {
      await proveDomain(ctx, params.organization, params.domain);
      return ctx.read((db) => listDomains(db, params.organization));
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:domain/remove`,
    summary: 'Remove a mail domain; what stands on it is off at once.',
    door: member(may.manageDomains),
    proof: 'recent',
    params: contract.domainParams,
    output: contract.domainList,
    write: async (tx, { params }) => {
      await removeDomain(tx, params.organization, params.domain);
      return listDomains(tx.db, params.organization);
    },
  }),
  route({
    method: 'GET',
    path: console,
    summary: 'The mail domains of a client.',
    door: staff(may.readClients),
    params: contract.organizationParams,
    output: contract.domainList,
    read: (db, { params }) => listDomains(db, params.organization),
  }),
  route({
    method: 'POST',
    path: `${console}/:domain/verify`,
    summary: 'Say that a domain is the client’s, without a record.',
    door: staff(may.decideOnDomains),
    proof: 'recent',
    params: contract.domainParams,
    output: contract.domainList,
    problems: [contract.domainTaken, wrongState],
    write: async (tx, { params }, { session }) => {
      await holdDomain(tx, params.organization, params.domain, session.person.id);
      return listDomains(tx.db, params.organization);
    },
  }),
  route({
    method: 'POST',
    path: `${console}/:domain/take-back`,
    summary: 'Say that a domain is not the client’s any more.',
    door: staff(may.decideOnDomains),
    proof: 'recent',
    params: contract.domainParams,
    output: contract.domainList,
    problems: [wrongState],
    write: async (tx, { params }) => {
      await takeDomainBack(tx, params.organization, params.domain);
      return listDomains(tx.db, params.organization);
    },
  }),
];
