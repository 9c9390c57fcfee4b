import { everything } from '../../kernel/db/scope.ts';
import { anyone, member, person, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { answerSignIn } from '../identity/index.ts';
import { domainOf, unknownRole } from '../organizations/index.ts';
import { beginSignIn } from './commands/begin-sign-in.ts';
import { checkConnection } from './commands/check-connection.ts';
import { endAtProvider } from './commands/end-at-provider.ts';
import { finishSignIn } from './commands/finish-sign-in.ts';
import { keepAnswer } from './commands/keep-answer.ts';
import { beginProof } from './commands/prove-again.ts';
import { changeMode, removeConnection, saveConnection } from './commands/save-connection.ts';
import { describeSso, findProviderOfDomain } from './connections.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { describeUs } from './saml/our-metadata.ts';
import { readMetadata } from './saml/their-metadata.ts';

const base = '/api/organizations/:organization/sso';
const strict = { per: 'address', points: 20, seconds: 60 } as const;
const beforeSignIn = anyone('whoever signs in is not signed in yet');

export const routes = [
  route({
    method: 'POST',
    path: '/api/sso/way',
    summary: 'Whether people of an address’s domain sign in at a provider of their own.',
    door: beforeSignIn,
    limit: strict,
    body: contract.wayBody,
    output: contract.wayShape,
    act: (ctx, { body }) =>
      ctx.within(everything).read(async (db) => {
        const mode = (await findProviderOfDomain(db, domainOf(body.email)))?.mode;
        return { elsewhere: mode === 'offered' || mode === 'required' ? mode : null };
      }),
  }),
  route({
    method: 'POST',
    path: '/api/sso/begin',
    summary: 'Begin to sign in at the provider of an address’s domain.',
    door: beforeSignIn,
    limit: strict,
    secret: true,
    body: contract.wayBody,
    output: contract.begunShape,
    problems: [contract.noSso, contract.providerSilent],
    act: async (ctx, { body }, call) => {
      const { url, token } = await beginSignIn(ctx, body.email);
      call.begin(token);
      return { url };
    },
  }),
  route({
    method: 'POST',
    path: '/api/sso/return',
    summary: 'Sign in with what the provider sent the browser back with.',
    door: beforeSignIn,
    limit: strict,
    secret: true,
    body: contract.returnBody,
    output: contract.returnAnswer,
    problems: [contract.ssoOver, contract.ssoFailed, contract.providerSilent],
    act: async (ctx, { body }, call) => {
      const outcome = await finishSignIn(ctx, { ...body, token: call.begun }, call);
      if (!('proven' in outcome)) return answerSignIn(outcome, call);
      call.startSession(outcome.proven.token, outcome.proven.expiresAt);
      return { proven: true as const };
    },
  }),
  route({
    method: 'POST',
    path: '/api/sso/proof',
    summary: 'Have the provider that you came by ask whether it is still you, as sensitive acts want.',
    door: person,
    beforeSecondStep: true,
    limit: { per: 'person', points: 10, seconds: 60 },
    secret: true,
    output: contract.begunShape,
    problems: [contract.noSso, contract.providerSilent],
    act: async (ctx, _input, call) => {
      const { url, token } = await beginProof(ctx, call.session);
      call.begin(token);
      return { url };
    },
  }),
  route({
    method: 'POST',
    path: '/api/sso/answer',
    summary: 'Keep the answer of a SAML provider for the sign-in it belongs to.',
    door: beforeSignIn,
    limit: strict,
    secret: true,
    body: contract.answerBody,
    output: nothing,
    problems: [contract.ssoOver],
    act: async (ctx, { body }) => {
      await keepAnswer(ctx, body);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/sso/connections/:connection/metadata',
    summary: 'Read what a SAML provider has to know about us.',
    door: anyone('it says what addresses we have for any id, and providers fetch it'),
    limit: { per: 'address', points: 60, seconds: 60 },
    params: contract.connectionParams,
    output: nothing,
    // Also before anything is saved: the provider may be set up first.
    download: async (ctx, { params: { connection } }) => {
      const body = Buffer.from(await describeUs(connection, ctx.publicUrl));
      return { name: 'metadata.xml', type: 'application/samlmetadata+xml', body, inline: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/sso/connections/:connection/logout',
    summary: 'Take a logout token of a provider (OIDC back-channel logout).',
    door: anyone('the token is signed by the provider'),
    limit: { per: 'address', points: 60, seconds: 60 },
    params: contract.connectionParams,
    output: contract.logoutTaken,
    problems: [contract.wrongToken, contract.providerSilent],
    receive: async (ctx, { params, raw }) => {
      await endAtProvider(ctx, params.connection, raw);
      return { ended: true as const };
    },
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'How the people of an organization sign in at its provider.',
    door: member(may.manageSso),
    params: contract.organizationParams,
    output: contract.ssoShape,
    act: (ctx, { params }) => ctx.read((db) => describeSso(db, params.organization, ctx.publicUrl)),
  }),
  route({
    method: 'PUT',
    path: base,
    summary: 'Make the connection to the identity provider (version 0) or change it.',
    door: member(may.manageSso),
    proof: 'recent',
    secret: true,
    ifMatch: true,
    params: contract.organizationParams,
    body: contract.connectionBody,
    output: contract.ssoShape,
    problems: [contract.secretMissing, unknownRole],
    act: async (ctx, { params, body }, { version }) => {
      const system = ctx.within(everything);
      await system.transact((tx) => saveConnection(tx, params.organization, version, body));
      return system.read((db) => describeSso(db, params.organization, ctx.publicUrl));
    },
  }),
  route({
    method: 'POST',
    path: `${base}/metadata`,
    summary: 'Read the metadata of a SAML provider, for the connection to be saved.',
    door: member(may.manageSso),
    limit: { per: 'person', points: 20, seconds: 60 },
    params: contract.organizationParams,
    body: contract.metadataBody,
    output: contract.describedShape,
    problems: [contract.wrongMetadata],
    act: async (_ctx, { body }) => readMetadata(body.xml),
  }),
  route({
    method: 'POST',
    path: `${base}/check`,
    summary: 'Ask the identity provider about itself.',
    door: member(may.manageSso),
    proof: 'recent',
    limit: { per: 'person', points: 20, seconds: 60 },
    params: contract.organizationParams,
    output: contract.checkShape,
    act: (ctx, { params }) => checkConnection(ctx, params.organization),
  }),
  route({
    method: 'PUT',
    path: `${base}/mode`,
    summary: 'Offer single sign-on, require it or switch it off.',
    door: member(may.manageSso),
    proof: 'recent',
    params: contract.organizationParams,
    body: contract.modeBody,
    output: nothing,
    problems: [contract.noDomain, contract.neverWorked],
    within: everything,
    write: async (tx, { params, body }) => {
      await changeMode(tx, params.organization, body.mode);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/remove`,
    summary: 'Remove the connection; sessions that came by it end.',
    door: member(may.manageSso),
    proof: 'recent',
    params: contract.organizationParams,
    output: nothing,
    within: everything,
    write: async (tx, { params }) => {
      await removeConnection(tx, params.organization);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/console/clients/:organization/sso',
    summary: 'How the people of a client sign in at its provider.',
    door: staff(may.readSso),
    params: contract.organizationParams,
    output: contract.ssoShape,
    act: (ctx, { params }) => ctx.read((db) => describeSso(db, params.organization, ctx.publicUrl)),
  }),
];
