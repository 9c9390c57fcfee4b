import { z } from 'zod';
import {
  changedMeanwhile,
  invalidInput,
  networkNotAllowed,
  notForKeys,
  notFound,
  notSignedIn,
  proofRequired,
  secondStepRequired,
  tooMany,
  versionRequired,
} from '../values/errors.ts';
import type { ProblemKind } from '../values/errors.ts';
import { cookieName } from './cookie.ts';
import { keyRequired, keyReused, stillRunning } from './idempotency.ts';
import type { AnyRoute } from './route.ts';

const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'An RFC 9457 problem document.' });

/** Expected failures of a route: its own and those that come with its door and method. */
export function problemsOf(route: AnyRoute): ProblemKind[] {
  const { door, method } = route;
  return [
    invalidInput,
    tooMany,
    ...(door.kind === 'anyone' ? [] : [notSignedIn]),
    ...(door.kind === 'anyone' || door.kind === 'person' ? [] : [notFound]),
    ...(door.kind === 'anyone' || door.kind === 'key' || route.beforeSecondStep ? [] : [secondStepRequired]),
    ...(route.proof ? [proofRequired] : []),
    ...(door.kind === 'anyone'
      ? []
      : [networkNotAllowed, ...(door.kind === 'member' && door.keys === 'all' ? [] : [notForKeys])]),
    ...(method === 'POST' && !route.secret && !route.speaks && door.kind !== 'anyone'
      ? [keyRequired, keyReused, stillRunning]
      : []),
    ...(route.ifMatch === true ? [versionRequired] : []),
    ...(route.ifMatch ? [changedMeanwhile] : []),
    ...(route.problems ?? []),
  ];
}

/** Whether an API key that holds the permission comes in. */
export const takesKeys = ({ door }: AnyRoute): boolean =>
  door.kind === 'key' || (door.kind === 'member' && door.keys !== 'none');

/** What Fastify checks of a request. */
export function inputOf({ params, query, body }: AnyRoute) {
  return {
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
  };
}

/** The route as the OpenAPI document wants it. */
export function describe(route: AnyRoute) {
  const byStatus = groupByStatus(problemsOf(route));
  const empty = route.output instanceof z.ZodUndefined;
  const { speaks } = route;
  return {
    summary: route.summary,
    operationId: operationId(route),
    tags: [tagOf(route.path)],
    description: doorText(route),
    security: securityOf(route),
    ...inputOf(route),
    ...(route.body && speaks ? { consumes: ['application/json', speaks.mediaType] } : {}),
    response: {
      [empty ? 204 : (route.status ?? 200)]: empty
        ? z.undefined().meta({ description: 'Done.' })
        : speaks
          ? { description: 'Done.', content: { [speaks.mediaType]: { schema: route.output } } }
          : route.output,
      ...Object.fromEntries(
        [...byStatus].map(([status, kinds]) => [
          status,
          {
            description: kinds.map((kind) => `\`${kind.code}\`: ${kind.title}`).join('\n\n'),
            content: speaks
              ? { [speaks.mediaType]: { schema: speaks.failureShape } }
              : { 'application/problem+json': { schema: problemDocument } },
          },
        ]),
      ),
    },
  };
}

function securityOf(route: AnyRoute): Record<string, string[]>[] {
  if (route.door.kind === 'anyone') return [];
  if (route.door.kind === 'key') return [{ apiKey: [] }];
  return takesKeys(route) ? [{ session: [] }, { apiKey: [] }] : [{ session: [] }];
}

/** The noun a path is about: the part after the prefix of its audience. */
function tagOf(path: string): string {
  return path.replace(/^\/api\/(organizations\/:organization\/|console\/)?/, '').split('/')[0]!;
}

function groupByStatus(kinds: readonly ProblemKind[]): Map<number, ProblemKind[]> {
  const groups = new Map<number, ProblemKind[]>();
  for (const kind of kinds) groups.set(kind.status, [...(groups.get(kind.status) ?? []), kind]);
  return groups;
}

const keysText = { none: '', personal: ' and their own API keys', all: ' and API keys' } as const;

function doorText({ door, method, ifMatch, proof, secret, speaks }: AnyRoute): string {
  const who = {
    anyone: 'Open to everyone.',
    person: 'For whoever is signed in.',
    member:
      door.kind === 'member' ? `For members${keysText[door.keys]} who may \`${door.permission.name}\`.` : '',
    key: door.kind === 'key' ? `For API keys of the organization that may \`${door.permission.name}\`.` : '',
    staff: door.kind === 'staff' ? `For staff who may \`${door.permission.name}\`.` : '',
  }[door.kind];
  const headers = [
    ...(method === 'POST' && !secret && !speaks && door.kind !== 'anyone'
      ? ['Send an `Idempotency-Key`.']
      : []),
    ...(proof ? ['Needs a recent proof that it is still you.'] : []),
    ...(ifMatch === true ? ['Send `If-Match` with the version you saw.'] : []),
  ];
  return [who, ...headers].join(' ');
}

/** `GET /api/organizations/:organization/invoices/:invoice` is `getOrganizationsInvoicesByInvoice`. */
export function operationId({ method, path }: AnyRoute): string {
  const words = path
    .slice('/api/'.length)
    .replace(/^organizations\/:organization\/(?=.)/, 'organizations/')
    .split('/')
    .map((part) => (part.startsWith(':') ? `by-${part.slice(1)}` : part))
    .join('-');
  return (
    method.toLowerCase() +
    words.replace(/(^|[-_.])([a-z0-9])/g, (_all, _dash, letter: string) => letter.toUpperCase())
  );
}

export function openApiInfo({ version, publicUrl }: { version: string; publicUrl: URL }) {
  return {
    openapi: '3.1.0' as const,
    info: {
      title: 'Clientarea',
      version,
      description:
        'The same API that the portal and the console use. Money is integer minor units with a currency; lists are pages by cursor; errors are RFC 9457 problem documents.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl.origin }],
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey' as const,
          in: 'cookie' as const,
          name: cookieName(publicUrl),
          description: 'The cookie of somebody who signed in.',
        },
        apiKey: {
          type: 'http' as const,
          scheme: 'bearer',
          description:
            'An API key (`ca_…`), made on an organization’s page for API keys. It opens the routes that name it, within that organization and the permissions chosen for it; with it a cookie is not looked at.',
        },
      },
    },
  };
}
