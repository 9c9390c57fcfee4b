import type { paths } from './schema.gen.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The addresses that have this method. */
export type Paths<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, M extends Method> = paths[P][M];

/** The part of an operation's parameters, or nothing where it has none. */
type Parameters<O, Part extends string> = O extends { parameters: infer Given }
  ? Part extends keyof Given
    ? Exclude<Given[Part], undefined>
    : never
  : never;

type JsonOf<T> = T extends { content: { 'application/json': infer Json } } ? Json : never;

/** Leaves the key out where there is nothing to say, and makes it optional where nothing has to be said. */
type Said<Key extends string, Value> = [Value] extends [never]
  ? unknown
  : Record<never, never> extends Value
    ? { [K in Key]?: Value }
    : { [K in Key]: Value };

/** What a call says: the address's parameters, the query, the body, and how it is to be repeated or checked. */
export type Request<P extends keyof paths, M extends Method> = Said<
  'path',
  Parameters<Operation<P, M>, 'path'>
> &
  Said<'query', Parameters<Operation<P, M>, 'query'>> &
  Said<'body', Operation<P, M> extends { requestBody?: infer Sent } ? JsonOf<Sent> : never> & {
    /** The version that was seen, for edits: the API refuses with 412 when somebody else was quicker. */
    version?: number;
    /** Of a POST: the same key again repeats the answer, not the act. Made at random otherwise. */
    key?: string;
    signal?: AbortSignal;
  };

/** The body of the answer when all went well. */
export type Body<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer Answers }
    ? { [Status in keyof Answers]: Status extends 204 ? undefined : JsonOf<Answers[Status]> }[keyof Answers]
    : never;
