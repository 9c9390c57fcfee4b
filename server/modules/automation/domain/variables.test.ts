import { expect, test } from 'vitest';
import { fill, unknownVariables } from './variables.ts';
import type { Values } from './variables.ts';

const values: Values = {
  client: 'Rina',
  organization: 'PT Acme',
  service: null,
  invoice: null,
  number: '#1042',
  agent: 'Bayu',
};

test('variables are filled, what is missing is named and stays, and other braces are text', () => {
  expect(fill('Hi {{client}} of {{ organization }}, {{number}}. {{agent}}', values)).toEqual({
    text: 'Hi Rina of PT Acme, #1042. Bayu',
    missing: [],
  });
  expect(fill('{{service}} and {{service}}, {{invoice}}', values)).toEqual({
    text: '{{service}} and {{service}}, {{invoice}}',
    missing: ['service', 'invoice'],
  });
  expect(fill('{{service|your service}} {{client|you}} {{invoice|}}!', values)).toEqual({
    text: 'your service Rina !',
    missing: [],
  });
  expect(fill('server { listen 80; } {client}', values)).toEqual({
    text: 'server { listen 80; } {client}',
    missing: [],
  });
});

test('a value is taken as it is: neither a variable in a name nor a link comes to life', () => {
  const named = { ...values, client: '{{agent}}', organization: '[Pay here](https://evil.example)' };
  expect(fill('{{client}}', named).text).toBe('{{agent}}');
  expect(fill('{{organization}}', named).text).toBe('Pay here(https://evil.example)');
});

test('what is no variable is told', () => {
  expect(unknownVariables('{{client}} {{klien}} {{klien}} {{}} {x} {{service|x}}')).toEqual(['klien', '']);
});
