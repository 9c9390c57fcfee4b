import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { violationsOf, type BrokerCall } from './protocol.ts';

type Body = Record<string, any>;
export interface Answer {
  status: number;
  body?: Body | string;
  headers?: Record<string, string>;
}

/**
 * What goes wrong with one request. `timeout` never answers, `reset` breaks the connection, `failasync` and `neverfinish` accept
 * and never succeed; an `Answer` replaces the broker's own. With `happens` the broker does its work nevertheless.
 */
export interface Fault {
  /** As in `PUT instance`, `GET last_operation`. */
  on: string;
  with: 'timeout' | 'reset' | 'failasync' | 'neverfinish' | Answer;
  happens?: boolean;
  /** What an asynchronous failure says beyond its state. */
  says?: Body;
}

interface Operation {
  kind: 'create' | 'update' | 'delete';
  id: string;
  left: number;
  end: 'succeeded' | 'failed';
  says: Body;
  /** Whether the platform was told of it. */
  told: boolean;
  request: Body;
}
interface Resource {
  request: Body;
  operation: Operation | null;
  broken: boolean;
  bindings: Map<string, Resource>;
}

export const login = { username: 'clientarea', password: 'p:ß word of the broker' };

export const offering = {
  id: 'mysql&co',
  name: 'mysql',
  description: 'Databases',
  bindable: true,
  instances_retrievable: true,
  bindings_retrievable: true,
  plan_updateable: true,
  plans: [
    { id: 'small/1', name: 'small', description: 'Small', free: false, maximum_polling_duration: 3600 },
    { id: 'large', name: 'large', description: 'Large', maintenance_info: { version: '1.0.0' } },
    { id: 'fixed', name: 'fixed', description: 'Without bindings', bindable: false, plan_updateable: false },
  ] as Body[],
};

/**
 * A broker that takes version 2.17 of the specification at its word. What a platform must not do is refused and collected in
 * `violations`.
 */
export class Broker {
  readonly calls: BrokerCall[] = [];
  readonly violations: string[] = [];
  readonly instances = new Map<string, Resource>();
  readonly faults: Fault[] = [];
  mode: 'sync' | 'async' = 'sync';
  /** Answers without `operation`, which is allowed. */
  anonymous = false;
  /** Questions until an asynchronous operation ends. */
  polls = 2;
  catalog: { services: Body[] } = { services: [offering] };
  #operations = 0;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async listen(): Promise<string> {
    if (!this.#server.listening) {
      this.#server.listen(0, '127.0.0.1');
      await new Promise((ready) => this.#server.once('listening', ready));
    }
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/brokers/7`;
  }

  close(): void {
    this.#server.close().closeAllConnections();
  }

  /** The names of the calls so far, `GET catalog` left out. */
  names(): string[] {
    return this.calls.map(({ name }) => name).filter((name) => name !== 'GET catalog');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, 'http://broker');
    const [, , , version, ...path] = url.pathname.split('/').map(decodeURIComponent);
    const raw = await text(request);
    const call: BrokerCall = {
      name: nameOf(request.method!, path),
      version: version ?? '',
      instance: path[1] ?? '',
      binding: path[3] ?? '',
      query: Object.fromEntries(url.searchParams),
      headers: request.headers as Record<string, string>,
      body: raw === '' ? null : (JSON.parse(raw) as Body),
    };
    this.calls.push(call);
    const found = violationsOf(call, this.catalog.services);
    this.violations.push(...found.map(({ words }) => `${call.name}: ${words}`));

    const at = this.faults.findIndex(({ on }) => on === call.name);
    const fault = at === -1 ? undefined : this.faults.splice(at, 1)[0];
    const own = found[0]
      ? say(found[0].status, { error: found[0].error }, found[0].words)
      : this.#answer(call, fault);
    if (fault?.with === 'timeout') return;
    if (fault?.with === 'reset') return void request.socket.destroy();
    const { status, body = {}, headers = {} } = typeof fault?.with === 'object' ? fault.with : own;
    if (status === 202) this.#tell(call);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(status === 304 ? '' : typeof body === 'string' ? body : JSON.stringify(body));
  }

  #answer(call: BrokerCall, fault: Fault | undefined): Answer {
    if (fault && fault.happens !== true && typeof fault.with === 'object') return say(500);
    if (fault && fault.happens !== true && (fault.with === 'timeout' || fault.with === 'reset'))
      return say(500);
    const { instances } = this;
    const instance = instances.get(call.instance);
    if (this.#outdated(call))
      return say(422, { error: 'MaintenanceInfoConflict' }, 'The plan has been renewed.');
    switch (call.name) {
      case 'GET catalog': {
        const etag = `"${createHash('sha256').update(JSON.stringify(this.catalog)).digest('hex')}"`;
        return call.headers['if-none-match'] === etag
          ? say(304)
          : { status: 200, body: this.catalog, headers: { etag } };
      }
      case 'PUT instance':
        return this.#create(instances, call.instance, call, fault);
      case 'GET instance':
        if (!instance || instance.operation?.kind === 'create') return say(404);
        if (instance.operation) return say(422, { error: 'ConcurrencyError' });
        return say(200, instance.request);
      case 'PATCH instance':
        return instance ? this.#update(instance, call, fault) : say(404);
      case 'DELETE instance':
        if (instance?.bindings.size) this.violations.push(`${call.name}: there is still a binding`);
        return this.#delete(instances, call.instance, call, fault);
      case 'GET last_operation':
        return this.#lastOperation(instances, call.instance, call);
      case 'PUT binding':
        return instance ? this.#create(instance.bindings, call.binding, call, fault) : say(404);
      case 'GET binding': {
        const binding = instance?.bindings.get(call.binding);
        return binding && !binding.operation ? say(200, credentials(call.binding)) : say(404);
      }
      case 'DELETE binding':
        return instance ? this.#delete(instance.bindings, call.binding, call, fault) : say(410);
      default:
        return instance ? this.#lastOperation(instance.bindings, call.binding, call) : say(410);
    }
  }

  #create(all: Map<string, Resource>, id: string, call: BrokerCall, fault: Fault | undefined): Answer {
    const existing = all.get(id);
    const told = call.binding ? credentials(id) : made(id);
    if (existing) {
      if (existing.broken || !isDeepStrictEqual(attributes(existing.request), attributes(call.body!)))
        return say(409);
      return existing.operation ? this.#accept(existing, call) : say(200, told);
    }
    const created: Resource = {
      request: { parameters: {}, ...call.body },
      operation: null,
      broken: false,
      bindings: new Map(),
    };
    all.set(id, created);
    return this.#begin(created, 'create', call, fault) ?? say(201, told);
  }

  #update(instance: Resource, call: BrokerCall, fault: Fault | undefined): Answer {
    if (instance.operation) {
      const same =
        instance.operation.kind === 'update' && isDeepStrictEqual(instance.operation.request, call.body);
      return same ? this.#accept(instance, call) : this.#concurrent(instance, call);
    }
    return (
      this.#begin(instance, 'update', call, fault) ??
      (this.#apply(instance, call.body!), say(200, made(call.instance)))
    );
  }

  #apply(instance: Resource, { plan_id: plan, parameters }: Body): void {
    if (plan) instance.request.plan_id = plan;
    instance.request.parameters = { ...instance.request.parameters, ...parameters };
  }

  #outdated({ body }: BrokerCall): boolean {
    const plans = this.catalog.services.flatMap((service) => service.plans as Body[]);
    const version = body?.maintenance_info?.version;
    return (
      version !== undefined &&
      version !== plans.find(({ id }) => id === body!.plan_id)?.maintenance_info?.version
    );
  }

  /** A creation under way is halted by it, as the specification demands. */
  #delete(all: Map<string, Resource>, id: string, call: BrokerCall, fault: Fault | undefined): Answer {
    const existing = all.get(id);
    if (!existing) return say(410);
    if (existing.operation?.kind === 'delete') return this.#accept(existing, call);
    if (existing.operation?.kind === 'update') return this.#concurrent(existing, call);
    const begun = this.#begin(existing, 'delete', call, fault);
    if (!begun) all.delete(id);
    return begun ?? say(200);
  }

  /** Starts an asynchronous operation where that is asked for; null where the work is done at once. */
  #begin(on: Resource, kind: Operation['kind'], call: BrokerCall, fault: Fault | undefined): Answer | null {
    const failing = fault?.with === 'failasync';
    const stuck = fault?.with === 'neverfinish';
    if (this.mode === 'sync' && !failing && !stuck) return null;
    const id = `op ${(this.#operations += 1)}/&=ü`;
    const left = stuck ? Infinity : this.polls;
    const says = fault?.says ?? {};
    on.operation = {
      kind,
      id,
      left,
      end: failing ? 'failed' : 'succeeded',
      says,
      told: false,
      request: call.body ?? {},
    };
    return this.#accept(on, call);
  }

  #accept({ operation }: Resource, call: BrokerCall): Answer {
    const first = call.name === 'PUT instance' ? made(call.instance) : {};
    return say(202, this.anonymous ? first : { ...first, operation: operation!.id });
  }

  #tell(call: BrokerCall): void {
    const instance = this.instances.get(call.instance);
    const operation = (call.binding ? instance?.bindings.get(call.binding) : instance)?.operation;
    if (operation) operation.told = true;
  }

  #concurrent({ operation }: Resource, call: BrokerCall): Answer {
    if (operation!.told)
      this.violations.push(`${call.name}: sent while another operation was known to be under way`);
    return say(422, { error: 'ConcurrencyError' }, 'Another operation is in progress.');
  }

  #lastOperation(all: Map<string, Resource>, id: string, call: BrokerCall): Answer {
    const existing = all.get(id);
    if (!existing) return say(410);
    const { operation } = existing;
    if (!operation) return say(200, { state: existing.broken ? 'failed' : 'succeeded' });
    const expected = this.anonymous ? undefined : operation.id;
    if (call.query.operation !== expected)
      this.violations.push(`${call.name}: asks for ${call.query.operation}, not ${expected}`);
    if (call.query.plan_id !== this.instances.get(call.instance)!.request.plan_id)
      this.violations.push(`${call.name}: not with the plan before the update`);
    operation.left -= 1;
    if (operation.left > 0) {
      return say(200, { state: 'in progress', description: `${operation.left} to go` }, undefined, {
        'retry-after': '7',
      });
    }
    existing.operation = null;
    if (operation.end === 'failed') {
      existing.broken = operation.kind === 'create';
      return say(200, { state: 'failed', description: 'no room', ...operation.says });
    }
    if (operation.kind === 'update') this.#apply(existing, operation.request);
    if (operation.kind === 'delete') all.delete(id);
    return say(operation.kind === 'delete' ? 410 : 200, { state: 'succeeded' });
  }
}

function say(
  status: number,
  body: Body = {},
  description?: string,
  headers?: Record<string, string>,
): Answer {
  return { status, body: description === undefined ? body : { ...body, description }, headers };
}

/** What must be the same for a request to be the same. */
function attributes({ service_id: service, plan_id: plan, parameters = {} }: Body) {
  return { service, plan, parameters };
}

function made(id: string): Body {
  return { dashboard_url: `https://panel.example/${id}`, metadata: { attributes: { region: 'jkt' } } };
}

function credentials(id: string): Body {
  return {
    credentials: { uri: `mysql://u:secret-of-${id}@db.example:3306/d`, port: 3306 },
    endpoints: [{ host: 'db.example', ports: ['3306'] }],
  };
}

function nameOf(method: string, path: readonly string[]): string {
  const last = path.at(-1);
  if (last === 'last_operation') return path.length > 4 ? 'GET binding_last_operation' : 'GET last_operation';
  if (last === 'catalog') return `${method} catalog`;
  return `${method} ${path.length > 2 ? 'binding' : 'instance'}`;
}
