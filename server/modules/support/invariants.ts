import type { Invariant } from '../../kernel/module.ts';
import { findWrongClocks } from './queries/sla/wrong-clocks.ts';

export const invariants: readonly Invariant[] = [
  { name: 'support.clocks-are-what-happened', violations: findWrongClocks },
];
