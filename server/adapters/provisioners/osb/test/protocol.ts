type Body = Record<string, any>;

/** A request as the broker got it; `name` is method and resource: `PUT instance`. */
export interface BrokerCall {
  name: string;
  version: string;
  instance: string;
  binding: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: Body | null;
}

interface Violation {
  status: number;
  error?: string;
  words: string;
}

const login = Buffer.from('clientarea:p:ß word of the broker').toString('base64');

/** What the specification forbids a platform to send, whatever the state of the instance; the first decides the status. */
export function violationsOf(call: BrokerCall, services: readonly Body[]): Violation[] {
  const found: Violation[] = [];
  const must = (holds: unknown, words: string, status = 400) => {
    if (!holds) found.push({ status, words });
  };
  const { name, query, headers, body } = call;
  const [method, resource] = name.split(' ');

  must(/^2\.\d+$/.test(headers['x-broker-api-version'] ?? ''), 'the version header is missing', 412);
  must(headers.authorization === `Basic ${login}`, 'the login is wrong', 401);
  must(headers['x-broker-api-request-identity'], 'the request identity is missing');
  must(call.version === 'v2', 'the path does not begin with /v2', 404);
  if (resource === 'catalog') return found;

  must(/^[\w.~-]+$/.test(call.instance), 'the instance id is empty or has reserved characters');
  must(
    !resource!.startsWith('binding') || /^[\w.~-]+$/.test(call.binding),
    'the binding id is empty or reserved',
  );
  const identity = headers['x-broker-api-originating-identity'];
  if (identity !== undefined)
    must(isIdentity(identity, body?.context?.platform), 'the originating identity is malformed');
  if (method !== 'GET' && query.accepts_incomplete !== 'true') {
    found.push({ status: 422, error: 'AsyncRequired', words: 'asynchronous work is not accepted' });
  }
  if (method === 'PUT' || method === 'PATCH')
    must(headers['content-type'] === 'application/json', 'the body is not called JSON');

  const said: Body = method === 'PUT' || method === 'PATCH' ? (body ?? {}) : query;
  const service = services.find(({ id }) => id === said.service_id);
  const plan = service?.plans.find(({ id }: Body) => id === said.plan_id);
  must(service, `no service ${said.service_id}`);
  if (method !== 'PATCH' || said.plan_id !== undefined) must(plan, `no plan ${said.plan_id}`);

  const bindable = plan?.bindable ?? service?.bindable;
  if (name === 'PUT instance') {
    for (const field of ['organization_guid', 'space_guid'])
      must(typeof body?.[field] === 'string' && body[field], `no ${field}`);
    must(body?.context?.platform, 'no context');
  }
  if (name === 'PATCH instance' && said.plan_id !== undefined) {
    const before = service?.plans.find(({ id }: Body) => id === body?.previous_values?.plan_id);
    must(before?.plan_updateable ?? service?.plan_updateable, 'the plan may not be changed');
  }
  if (name === 'PUT binding') must(bindable, 'the plan is not bindable');
  if (name === 'GET binding') must(service?.bindings_retrievable, 'bindings cannot be fetched');
  if (name === 'GET instance') must(service?.instances_retrievable, 'instances cannot be fetched');
  return found;
}

function isIdentity(header: string, platform: string | undefined): boolean {
  const [name, value, ...rest] = header.split(' ');
  if (!name || !value || rest.length > 0 || (platform !== undefined && platform !== name)) return false;
  try {
    return typeof JSON.parse(Buffer.from(value, 'base64').toString()) === 'object';
  } catch {
    return false;
  }
}
