import { expect, test } from 'vitest';
import { strengthOf } from './password-strength.ts';

test.each([
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['123456789012', 'weak'],
  ['abababababab', 'weak'],
  ['kopi susu gula', 'fair'],
  ['kuda terbang malam hari', 'strong'],
  ['xk2v-9mqd-h3wz-7trp', 'strong'],
])('%s is %s', (password, strength) => expect(strengthOf(password)).toBe(strength));
