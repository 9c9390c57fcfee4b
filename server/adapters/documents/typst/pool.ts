import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { DocumentError } from '../../../kernel/documents.ts';
import type { RenderReply, RenderRequest } from './protocol.ts';

export interface PoolOptions {
  workerUrl: URL;
  /** Most workers at a time; each holds about 120 MB while it lives. */
  size: number;
  /** Most documents waiting for a worker; one more is refused as busy. */
  queueLimit: number;
  /** For one document, the start of its worker included. */
  timeoutMs: number;
  /** A worker without work ends after this. */
  idleMs: number;
}

export interface Pool {
  run(request: RenderRequest): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Job {
  request: RenderRequest;
  resolve(pdf: Uint8Array): void;
  reject(error: DocumentError): void;
}

interface Worker {
  child: ChildProcess;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Workers are processes and not threads for three reasons: the compiler is native code, which only a process can be stopped in;
 * its crash would end the server; and its memory is given back only when its process ends.
 */
export function createPool({ workerUrl, size, queueLimit, timeoutMs, idleMs }: PoolOptions): Pool {
  const waiting: Job[] = [];
  const workers = new Set<Worker>();
  let closed = false;

  function assign(): void {
    while (waiting.length > 0) {
      const worker = [...workers].find(({ job }) => !job) ?? (workers.size < size ? start() : null);
      if (!worker) return;
      give(worker, waiting.shift()!);
    }
  }

  function start(): Worker {
    const child = fork(workerUrl, {
      execArgv: workerUrl.pathname.endsWith('.ts') ? ['--import', typescriptLoader()] : [],
      // None of the server's secrets are within reach of the code that reads strangers' texts and images.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const worker: Worker = { child, job: null, timer: undefined };
    workers.add(worker);
    child.on('message', (reply: RenderReply) => take(worker, reply));
    const cause = firstErrorOf(child);
    child.on('close', (code, signal) =>
      end(worker, 'crashed', `the worker ended (${signal ?? code}${cause()})`),
    );
    child.on('error', (error) => end(worker, 'crashed', error.message));
    return worker;
  }

  function give(worker: Worker, job: Job): void {
    clearTimeout(worker.timer);
    worker.job = job;
    worker.child.ref();
    worker.child.channel?.ref();
    worker.timer = setTimeout(() => end(worker, 'timeout', `no document after ${timeoutMs} ms`), timeoutMs);
    worker.child.send(job.request);
  }

  function take(worker: Worker, reply: RenderReply): void {
    const job = worker.job;
    if (!job) return;
    clearTimeout(worker.timer);
    worker.job = null;
    // An idle worker must not keep a command-line process from ending.
    worker.child.unref();
    worker.child.channel?.unref();
    worker.timer = setTimeout(() => end(worker, 'closed', 'idle'), idleMs).unref();
    if ('pdf' in reply) job.resolve(reply.pdf);
    else job.reject(new DocumentError('template', reply.failure));
    assign();
  }

  function end(worker: Worker, reason: 'timeout' | 'crashed' | 'closed', message: string): void {
    clearTimeout(worker.timer);
    workers.delete(worker);
    worker.child.kill('SIGKILL');
    worker.job?.reject(new DocumentError(reason, message));
    worker.job = null;
    assign();
  }

  return {
    run: (request) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new DocumentError('closed', 'no documents are made anymore'));
        const busy = waiting.length >= queueLimit;
        if (busy) return reject(new DocumentError('busy', `${queueLimit} documents are waiting already`));
        waiting.push({ request, resolve, reject });
        assign();
      }),

    async close() {
      closed = true;
      for (const job of waiting.splice(0))
        job.reject(new DocumentError('closed', 'no documents are made anymore'));
      // Idle ones hold no process; whoever waits for their end does.
      const ended = [...workers].map(({ child }) => {
        child.ref();
        return new Promise((resolve) => child.once('close', resolve));
      });
      for (const worker of workers) end(worker, 'closed', 'no documents are made anymore');
      await Promise.all(ended);
    },
  };
}

/** Only when run from source; a built server has no .ts worker. */
function typescriptLoader(): string {
  return createRequire(import.meta.url).resolve('tsx');
}

/** The name and place of what a dying worker complains of. Nothing more: the rest quotes the document's text. */
function firstErrorOf(child: ChildProcess): () => string {
  let complaint = '';
  (child.stderr as Socket).unref();
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < 10_000) complaint += text;
  });
  return () => {
    const found = /panicked at \S+|\w*Error: .*/.exec(complaint);
    return found ? `, ${found[0]}` : '';
  };
}
