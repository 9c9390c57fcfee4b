import { expect, test } from 'vitest';
import { openApiDocument } from '../../../scripts/openapi-document.ts';

const document = JSON.parse(JSON.stringify(await openApiDocument())) as {
  paths: Record<string, Record<string, { operationId: string; summary: string }>>;
  components: { schemas: Record<string, object> };
};
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const names = Object.keys(document.components.schemas);

test('every operation has a name of its own and a sentence', () => {
  const ids = operations.map(({ operationId }) => operationId);
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(operations.filter(({ summary }) => !/^\S.*[.]$/.test(summary))).toEqual([]);
});

test('everything referred to is described, and nothing else', () => {
  const text = JSON.stringify(document);
  const used = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to!));
  expect([...used].toSorted()).toEqual(names.map((name) => `#/components/schemas/${name}`).toSorted());
});

test('no schema is without a name people can read', () => {
  expect(names.filter((name) => /^(__|schema\d)/.test(name))).toEqual([]);
});
