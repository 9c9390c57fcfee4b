import type { SwaggerTransformObject } from '@fastify/swagger';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';

const prefix = '#/components/schemas/';

/**
 * Adds the named schemas to the document, but only those that something refers to (each has a twin for input), and leaves out
 * the regular expressions of formats that have a name, which are longer than everything else.
 */
export const tidyDocument: SwaggerTransformObject = (given) => {
  const document = jsonSchemaTransformObject(given) as {
    paths?: object;
    components?: { schemas?: Record<string, object> };
  };
  const all = document.components?.schemas ?? {};
  const used = new Map<string, object>();
  const follow = (node: unknown): void =>
    walk(node, (part) => {
      if ('format' in part) delete part.pattern;
      const name = typeof part.$ref === 'string' ? part.$ref.slice(prefix.length) : undefined;
      if (name === undefined || used.has(name) || !all[name]) return;
      used.set(name, all[name]);
      follow(all[name]);
    });
  follow(document.paths);
  const byName = [...used].toSorted(([one], [other]) => (one < other ? -1 : 1));
  document.components = { ...document.components, schemas: Object.fromEntries(byName) };
  return document as ReturnType<SwaggerTransformObject>;
};

function walk(node: unknown, visit: (part: Record<string, unknown>) => void): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) visit(node as Record<string, unknown>);
  for (const inner of Object.values(node)) walk(inner, visit);
}
