import type { TestApp } from './app.ts';

/** The statements that reach the database while something is done, those that begin and end transactions among them. */
export async function statementsOf({ app }: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const client = await app.pool.connect();
  const prototype = Object.getPrototypeOf(client) as { query: (...given: unknown[]) => unknown };
  client.release();
  const { query } = prototype;
  prototype.query = function (this: unknown, ...given: unknown[]) {
    texts.push(typeof given[0] === 'string' ? given[0].trim() : String((given[0] as { text?: string }).text));
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return texts;
}
