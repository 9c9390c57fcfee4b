import { AsyncLocalStorage } from 'node:async_hooks';

const openTransaction = new AsyncLocalStorage<true>();

export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return openTransaction.run(true, work);
}

/** Throws while a transaction is open: a slow or dead partner must never hold row locks. Adapters are wrapped with `guarded`. */
export function refuseInTransaction(what: string): void {
  if (openTransaction.getStore()) throw new Error(`${what} was called while a transaction was open`);
}

/** An adapter whose methods refuse to run inside a transaction. */
export function guarded<Port extends object>(name: string, port: Port): Port {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...parameters: unknown[]) => {
        refuseInTransaction(`${name}.${String(key)}`);
        return Reflect.apply(member, target, parameters) as unknown;
      };
    },
  });
}
