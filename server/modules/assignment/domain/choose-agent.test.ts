import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseAgent, roomOf } from './choose-agent.ts';
import type { AutomaticWay, Candidate } from './choose-agent.ts';
import { neededSkills } from './needed-skills.ts';
import { overflowOf } from './overflow.ts';

const skill = fc.constantFrom('id', 'en', 'mail', 'dns');
const candidate = fc.record({
  load: fc.nat(6),
  capacity: fc.nat(6),
  away: fc.boolean(),
  onDuty: fc.boolean(),
  skills: fc.uniqueArray(skill),
  tiers: fc.uniqueArray(fc.constantFrom('gold', 'silver'), { maxLength: 1 }),
  turn: fc.nat(5),
});
const candidates = fc
  .array(candidate, { maxLength: 8 })
  .map((made): Candidate[] => made.map((one, index) => ({ id: `agent-${index}`, ...one })));
const way = fc.constantFrom<AutomaticWay>('round_robin', 'least_loaded');
const needed = fc.uniqueArray(skill, { maxLength: 2 });
const tier = fc.constantFrom('gold', null);
const fits = (one: Candidate, asked: readonly string[], of: string | null) =>
  !one.away &&
  one.onDuty &&
  one.load < one.capacity &&
  (one.tiers.length === 0 || one.tiers.some((each) => each === of)) &&
  asked.every((each) => one.skills.includes(each));

test('nobody is chosen who is away, off duty, kept for others, full or lacks a skill, and somebody is whenever anybody fits', () => {
  fc.assert(
    fc.property(way, needed, candidates, tier, (how, asked, all, of) => {
      const { chosen, considered } = chooseAgent(how, asked, all, of);
      const fitting = all.filter((one) => fits(one, asked, of)).map(({ id }) => id);
      expect(considered.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      expect(
        considered
          .filter(({ no }) => no === null)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(fitting);
      expect(chosen === null ? fitting : [chosen]).toEqual(
        chosen === null ? [] : fitting.filter((id) => id === chosen),
      );
    }),
  );
});

test('there is room for as many as people could be given one after the other, and none where nobody could be given any', () => {
  fc.assert(
    fc.property(way, candidates, (how, all) => {
      const hands = all.map((one) => ({ ...one, tiers: [] }));
      const room = roomOf(all);
      for (let left = room; left >= 0; left--) {
        const { chosen } = chooseAgent(how, [], hands, null);
        expect(chosen === null).toBe(left === 0);
        for (const one of hands) if (one.id === chosen) one.load++;
      }
    }),
  );
});

test('the same question has the same answer, in whatever order people stand', () => {
  fc.assert(
    fc.property(way, needed, candidates, (how, asked, all) => {
      expect(chooseAgent(how, asked, all.toReversed(), null)).toEqual(chooseAgent(how, asked, all, null));
    }),
  );
});

test('round robin chooses who has waited longest, least loaded who has the smallest part of their capacity', () => {
  fc.assert(
    fc.property(needed, candidates, (asked, all) => {
      const fitting = all.filter((one) => fits(one, asked, null));
      const of = (id: string | null) => all.find((one) => one.id === id)!;
      if (fitting.length === 0) return;
      const next = of(chooseAgent('round_robin', asked, all, null).chosen);
      expect(next.turn).toBe(Math.min(...fitting.map(({ turn }) => turn)));
      const freest = of(chooseAgent('least_loaded', asked, all, null).chosen);
      for (const one of fitting)
        expect(freest.load * one.capacity).toBeLessThanOrEqual(one.load * freest.capacity);
    }),
  );
});

test('round robin over equal people gives each as much as the others, but for one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(40), (people, tickets) => {
      const all: Candidate[] = Array.from({ length: people }, (_, index) => ({
        id: `agent-${index}`,
        load: 0,
        capacity: 100,
        away: false,
        onDuty: true,
        skills: [],
        tiers: [],
        turn: 0,
      }));
      for (let turn = 1; turn <= tickets; turn++) {
        const next = all.find(({ id }) => id === chooseAgent('round_robin', [], all, null).chosen)!;
        Object.assign(next, { load: next.load + 1, turn });
      }
      const given = all.map(({ load }) => load);
      expect(Math.max(...given) - Math.min(...given)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a ticket asks for the skills of its queue, its language and those of its tags that anybody knows', () => {
  const queue = { skills: ['hosting'], matchLanguage: true, matchTags: true };
  const ticket = { language: 'en', tags: ['dns', 'vip'] };
  expect(neededSkills(queue, ticket, new Set(['dns']))).toEqual(['dns', 'en', 'hosting']);
  expect(
    neededSkills({ ...queue, matchLanguage: false, matchTags: false }, ticket, new Set(['dns'])),
  ).toEqual(['hosting']);
  expect(neededSkills(queue, { language: null, tags: [] }, new Set(['dns']))).toEqual(['hosting']);
});

test('however queues point at each other, a ticket is passed on by each once at most', () => {
  const names = ['a', 'b', 'c', 'd'];
  const routes = fc.array(fc.option(fc.constantFrom(...names)), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(routes, fc.constantFrom(...names), (targets, first) => {
      const start = new Date('2026-03-02T02:00:00Z');
      const passedBy: string[] = [];
      let at = first;
      for (let step = 0; step < 10; step++) {
        const queue = { overflowTo: targets[names.indexOf(at)] ?? null, overflowMinutes: 5 };
        const to = overflowOf(queue, { since: start, passedBy }, new Date(start.getTime() + 300_000));
        expect(overflowOf(queue, { since: start, passedBy }, new Date(start.getTime() + 299_999))).toBeNull();
        if (to === null || to === at) break;
        passedBy.push(at);
        at = to;
      }
      expect(new Set(passedBy).size).toBe(passedBy.length);
      expect(passedBy).not.toContain(at);
    }),
  );
});
