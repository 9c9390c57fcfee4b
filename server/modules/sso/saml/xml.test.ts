import { expect, test } from 'vitest';
import { parseDescription, parseMessage } from './xml.ts';

const many = (count: number, made: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => made(at)).join('');
const nested = (count: number) => `${'<a>'.repeat(count)}${'</a>'.repeat(count)}`;

test.each([
  ['a declaration', '<?xml version="1.0" encoding="UTF-8"?>\n<a/>'],
  ['prefixes and both quotes', `<p:a xmlns:p="urn:x" b='"' c = ">" ><p:b/></p:a>\n`],
  ['depth', nested(40)],
  ['many beside each other', `<a>${'<b c="d">e</b>'.repeat(5000)}</a>`],
  ['names', `<a ${many(60, (at) => ` b${at}="="`)}/>`],
])('a message is read: %s', (_what, text) => {
  expect(parseMessage(text).localName).toBe('a');
});

test.each([
  ['depth', nested(41)],
  ['names', `<a ${many(61, (at) => ` b${at}=""`)}/>`],
  ['namespaces', `<a ${many(61, (at) => ` xmlns:b${at}="x"`)}/>`],
  ['names without values', `<a b/>`],
  ['values without quotes', `<a b=c/>`],
  ['a tag that does not end', '<a b="c"'],
  ['text in front', 'x<a/>'],
  ['a comment', '<a><!-- --></a>'],
  ['a CDATA section', '<a><![CDATA[x]]></a>'],
  ['a document type', '<!DOCTYPE a><a/>'],
  ['an instruction', '<a><?x?></a>'],
  ['two roots', '<a/><b/>'],
  ['an entity', '<a>&b;</a>'],
])('and refused before it costs anything: %s', (_what, text) => {
  expect(() => parseMessage(text)).toThrow(Error);
});

test('of a description comments are taken out, and only whole ones', () => {
  expect(parseDescription('<!-- <a> --><b><!-- x\n -->y</b>').textContent).toBe('y');
  for (const text of ['<a/><!-- ', '<a><!--></a>', '<a><!DOCTYPE b></a>', '<!-- --><!ENTITY b "c"><a/>'])
    expect(() => parseDescription(text), text).toThrow(Error);
});
