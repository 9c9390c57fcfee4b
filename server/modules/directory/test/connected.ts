import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { TestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { addAndProve } from '../../organizations/test/prove.ts';

export interface Answer {
  status: number;
  body: any;
  headers: Record<string, string | string[] | number | undefined>;
}

/** A directory at its SCIM address, with the bearer token of a key. */
export interface TestDirectory {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
}

export interface Connected extends TestOrganization {
  directory: TestDirectory;
  domain: string;
  token: string;
}

/** An organization with a verified domain and a directory that is connected. */
export async function buildConnected(
  app: TestApp,
  over: Parameters<typeof buildOrganization>[1] = {},
): Promise<Connected> {
  const organization = await buildOrganization(app, over);
  const domain = `${organization.slug}.example`;
  await addAndProve(app, organization, domain);
  const token = await makeToken(organization);
  return { ...organization, domain, token, directory: directoryOf(app, organization, token) };
}

export async function makeToken({ owner, at }: TestOrganization, over: object = {}): Promise<string> {
  const wanted = { name: `Directory ${randomUUID()}`, permissions: ['directory.users.provision'], ...over };
  const made = await owner.post<{ token: string }>(at('/keys'), wanted);
  expect(made.status, made.text).toBe(201);
  return made.body.token;
}

export function directoryOf(app: TestApp, { at }: TestOrganization, token: string): TestDirectory {
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const answer = await app.app.http.inject({
      method,
      url: at(`/scim/v2${path}`),
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/scim+json',
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (answer.body !== '' && answer.statusCode !== 404)
      expect(String(answer.headers['content-type']), path).toMatch(/^application\/scim\+json/);
    return {
      status: answer.statusCode,
      body: answer.body === '' ? undefined : answer.json(),
      headers: answer.headers,
    };
  };
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
  };
}

export const operations = (...Operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
});

/** A user as Entra ID sends one when it makes it. */
export const entraUser = (email: string, over: object = {}) => ({
  schemas: [
    'urn:ietf:params:scim:schemas:core:2.0:User',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  ],
  externalId: email.split('@')[0],
  userName: email,
  active: true,
  addresses: [{ primary: false, type: 'work', country: 'ID', formatted: 'Jl. Sudirman 1' }],
  displayName: 'Ani Wijaya',
  emails: [{ primary: true, type: 'work', value: email }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Ani Wijaya', familyName: 'Wijaya', givenName: 'Ani' },
  phoneNumbers: [{ primary: true, type: 'work', value: '+62 21 555' }],
  preferredLanguage: 'id-ID',
  title: 'Analyst',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'IT', employeeNumber: '701' },
  ...over,
});

/** A user as Okta sends one when it makes it. */
export const oktaUser = (email: string, over: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: email,
  name: { givenName: 'Budi', familyName: 'Santoso' },
  emails: [{ primary: true, value: email, type: 'work' }],
  displayName: 'Budi Santoso',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
  password: '1mz050nq',
  active: true,
  ...over,
});
