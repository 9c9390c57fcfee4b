/** As much of a JSON schema as our API's description uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  items?: Schema;
  minItems?: number;
  minimum?: number;
  minLength?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** The API as its own description tells it. */
export interface Described {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

const absent = '0197a000-0000-7000-8000-00000000dead';
const byFormat: Record<string, string> = {
  uuid: absent,
  date: '2026-03-02',
  'date-time': '2026-03-02T00:00:00+07:00',
  email: 'somebody@example.com',
  uri: 'https://example.com/',
};
/** Tried in turn against a pattern. */
const texts = [
  'something',
  'en',
  'Asia/Jakarta',
  'IDR',
  'a-1',
  '12345678',
  '123456',
  '2026-03-02',
  'INV/{year}/{number}',
  '#0f766e',
];

/** A value that fits a schema, as far as the schema says all. */
export function exampleOf(described: Described, schema: Schema | undefined, depth = 0): unknown {
  if (!schema || depth > 12) return null;
  if (schema.$ref)
    return exampleOf(described, described.components?.schemas?.[schema.$ref.split('/').at(-1)!], depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return exampleOf(described, first, depth + 1);
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((one) => exampleOf(described, one, depth + 1)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') {
    const entries = Object.entries(schema.properties ?? {});
    return Object.fromEntries(entries.map(([name, one]) => [name, exampleOf(described, one, depth + 1)]));
  }
  if (type === 'array')
    return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () =>
      exampleOf(described, schema.items, depth + 1),
    );
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  if (type === 'string') {
    const known = schema.format && byFormat[schema.format];
    if (known) return known;
    const pattern = schema.pattern ? new RegExp(schema.pattern, 'u') : /^/;
    return (texts.find((text) => pattern.test(text)) ?? 'something').padEnd(schema.minLength ?? 0, 'x');
  }
  return null;
}

/** The schema of what a route takes as JSON; undefined when it takes nothing. */
export function bodyOf(described: Described, route: { method: string; path: string }): Schema | undefined {
  return operationOf(described, route)?.requestBody?.content['application/json']?.schema;
}

/** The names of what a route takes in its query. */
export function queryOf(described: Described, route: { method: string; path: string }): string[] {
  const parameters = operationOf(described, route)?.parameters ?? [];
  return parameters.filter((one) => one.in === 'query').map(({ name }) => name);
}

function operationOf(
  described: Described,
  { method, path }: { method: string; path: string },
): Operation | undefined {
  return described.paths[path.replace(/:([a-z]+)/gi, '{$1}')]?.[method.toLowerCase()];
}
