import { expect, test } from 'vitest';
import { floors, ports } from '../../../architecture.mjs';
import { modules } from '../../modules/index.ts';

const [ground, ...above] = modules.map(({ name }) => name);

test('modules start and migrate floor by floor, the kernel first', () => {
  expect(ground).toBe('kernel');
  const floorOf = (name: string) => floors.findIndex((names) => names.includes(name));
  const order = above.map(floorOf);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('every module has its floor, and every floor its modules', () => {
  expect(above.toSorted()).toEqual(floors.flat().toSorted());
});

test('every port belongs to a module', () => {
  for (const { module } of Object.values(ports)) expect(above).toContain(module);
});
