import { describe, expect, it } from 'vitest';
import { type View, viewOf, views } from './views.ts';

const address = (query: string) => {
  const search = new URLSearchParams(query);
  return (name: string) => search.get(name);
};

describe('viewOf', () => {
  it.each(Object.keys(views) as View[])('knows %s by its own parameters', (view) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(views[view])) if (value) search.set(name, value);
    expect(viewOf((name) => search.get(name))).toBe(view);
  });

  it.each([
    ['status=active&assignee=0198', 'active'],
    ['sort=waiting&assignee=me', 'waiting'],
    ['status=on_hold', 'all'],
    ['queue=billing', 'all'],
  ] as const)('%s is %s', (query, view) => {
    expect(viewOf(address(query))).toBe(view);
  });
});
