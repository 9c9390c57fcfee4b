import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { signingKey, verify } from '../signature.ts';

export interface Received {
  method: string;
  id: string;
  operation: string | null;
  body: string;
}

interface Answer {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

/** What the receiver does instead of answering well; `silence` never answers, `reset` breaks the connection. */
export type Fault = Answer | 'silence' | 'reset';

/**
 * A receiver that keeps to the guide in README.md: it checks signatures, does each id once, and answers at once or, with `polls`,
 * after that many questions. What the sender does wrong is refused and collected in `violations`.
 */
export class Receiver {
  readonly received: Received[] = [];
  readonly violations: string[] = [];
  readonly instances = new Map<string, string>();
  polls = 0;
  /** Applied to the coming requests, one each. `before`: the work is not done either. */
  readonly faults: { fault: Fault; before?: boolean }[] = [];
  /** The time by which signatures are judged. */
  now: Date;
  readonly #secret: string;
  readonly #operations = new Map<string, { body: string; left: number; facts: object }>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(secret: string, now: Date) {
    this.#secret = secret;
    this.now = now;
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await new Promise((ready) => this.#server.once('listening', ready));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/provision?tenant=7`;
  }

  close(): void {
    this.#server.close().closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const url = new URL(request.url!, 'http://receiver');
    const id = String(request.headers['webhook-id'] ?? '');
    const operation = url.searchParams.get('operation');
    this.received.push({ method: request.method!, id, operation, body });
    const { fault, before } = this.faults.shift() ?? {};
    const answer = before ? { status: 500 } : this.#answer(request, id, operation, body, url);
    if (fault === 'silence') return;
    if (fault === 'reset') return void request.socket.destroy();
    const { status, body: words = '', headers = {} } = fault ?? answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(words);
  }

  #answer(request: IncomingMessage, id: string, operation: string | null, body: string, url: URL): Answer {
    const headers = request.headers as Record<string, string>;
    if (!verify(signingKey(this.#secret)!, headers, body, this.now, 1e7))
      return this.#refuse(401, 'the signature is wrong');
    if (url.searchParams.get('tenant') !== '7')
      return this.#refuse(404, 'the query of the address was dropped');
    if (request.method === 'GET') return this.#progress(operation?.replace(/^task /, '') ?? '');
    if (headers['content-type'] !== 'application/json') return this.#refuse(415, 'JSON is expected');
    const known = this.#operations.get(id);
    if (known && known.body !== body) return this.#refuse(422, `${id} is another request now`);
    if (!known) this.#operations.set(id, { body, left: this.polls, facts: this.#do(JSON.parse(body)) });
    return this.polls > 0
      ? { status: 202, body: JSON.stringify({ operation: `task ${id}` }) }
      : this.#progress(id);
  }

  #progress(id: string): Answer {
    const operation = this.#operations.get(id);
    if (!operation) return { status: 404 };
    if (operation.left <= 0)
      return { status: 200, body: JSON.stringify({ state: 'done', ...operation.facts }) };
    operation.left -= 1;
    return { status: 200, body: JSON.stringify({ state: 'accepted', progress: `${operation.left} to go` }) };
  }

  #do({ type, data }: { type: string; data: { instance: { id: string; remoteId: string | null } } }): object {
    const { id } = data.instance;
    if (type === 'service.deprovision') this.instances.delete(id);
    if (type !== 'service.provision') return {};
    this.instances.set(id, 'running');
    return {
      remoteId: `r-${id}`,
      credentials: { password: `secret of ${id}` },
      dashboardUrl: 'https://panel.example/',
      shown: { host: 'h1.example' },
    };
  }

  #refuse(status: number, violation: string): Answer {
    this.violations.push(violation);
    return { status, body: JSON.stringify({ message: violation }) };
  }
}
