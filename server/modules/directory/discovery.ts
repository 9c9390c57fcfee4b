import { groupSchema, userSchema } from './domain/account.ts';
import type { Resource } from './domain/matches.ts';

/** At most so many resources in one answer. */
export const mostResults = 200;

const configSchema = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';
const typeSchema = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';
const schemaSchema = 'urn:ietf:params:scim:schemas:core:2.0:Schema';

/** What is spoken here (RFC 7643, 5). `at`: the address in front of `/Users`. */
export const serviceProviderConfig = (at: string): Resource => ({
  schemas: [configSchema],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostResults },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token of the organization, sent as Authorization: Bearer.',
      specUri: 'https://www.rfc-editor.org/rfc/rfc6750',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${at}/ServiceProviderConfig` },
});

export const resourceTypes = (at: string): Resource[] =>
  (
    [
      ['User', '/Users', userSchema],
      ['Group', '/Groups', groupSchema],
    ] as const
  ).map(([name, endpoint, schema]) => ({
    schemas: [typeSchema],
    id: name,
    name,
    endpoint,
    schema,
    schemaExtensions: [],
    meta: { resourceType: 'ResourceType', location: `${at}/ResourceTypes/${name}` },
  }));

interface AttributeMore {
  type?: 'string' | 'boolean' | 'complex' | 'reference';
  required?: boolean;
  multiValued?: boolean;
  caseExact?: boolean;
  mutability?: 'readWrite' | 'readOnly' | 'immutable';
  uniqueness?: 'none' | 'server';
  subAttributes?: Resource[];
  canonicalValues?: string[];
  referenceTypes?: string[];
}

const attribute = (name: string, description: string, more: AttributeMore = {}): Resource => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  ...(more.type === 'boolean' || more.type === 'complex' ? {} : { caseExact: false, uniqueness: 'none' }),
  mutability: 'readWrite',
  returned: 'default',
  ...more,
});

const member = (what: string, mutability: 'readOnly' | 'immutable') => [
  attribute('value', `The id of the ${what}.`, { mutability, caseExact: true }),
  attribute('$ref', `The address of the ${what}.`, {
    type: 'reference',
    mutability,
    referenceTypes: [what === 'user' ? 'User' : 'Group'],
  }),
  attribute('display', `The name of the ${what}.`, { mutability: 'readOnly' }),
];

const externalId = attribute('externalId', 'The id in the directory.', { caseExact: true });

const userAttributes = [
  externalId,
  attribute('userName', 'The name with which somebody signs in at the directory.', {
    required: true,
    uniqueness: 'server',
  }),
  attribute('name', 'The parts of the name.', {
    type: 'complex',
    subAttributes: [
      attribute('formatted', 'The whole name.'),
      attribute('givenName', 'The given name.'),
      attribute('familyName', 'The family name.'),
    ],
  }),
  attribute('displayName', 'The name to be shown.'),
  attribute('preferredLanguage', 'The language: id, or en for any other.'),
  attribute('locale', 'The language where none is preferred.'),
  attribute('timezone', 'The time zone, such as Asia/Jakarta.'),
  attribute('active', 'Whether the person has access to the organization.', { type: 'boolean' }),
  attribute('emails', 'Addresses; the primary one has to be of a verified domain.', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'The address.'),
      attribute('type', 'What it is for.', { canonicalValues: ['work', 'home', 'other'] }),
      attribute('primary', 'Whether mail goes there.', { type: 'boolean' }),
    ],
  }),
  attribute('groups', 'The groups the user is in.', {
    type: 'complex',
    multiValued: true,
    mutability: 'readOnly',
    subAttributes: member('group', 'readOnly'),
  }),
];

const groupAttributes = [
  externalId,
  attribute('displayName', 'The name of the group.', { required: true, uniqueness: 'server' }),
  attribute('members', 'The users in the group.', {
    type: 'complex',
    multiValued: true,
    subAttributes: member('user', 'immutable'),
  }),
];

export const schemas = (at: string): Resource[] =>
  [
    { id: userSchema, name: 'User', description: 'Somebody in the directory.', attributes: userAttributes },
    { id: groupSchema, name: 'Group', description: 'A group of users.', attributes: groupAttributes },
  ].map((schema) => ({
    schemas: [schemaSchema],
    ...schema,
    meta: { resourceType: 'Schema', location: `${at}/Schemas/${schema.id}` },
  }));
