import { expect, test } from 'vitest';
import { allowedEndings, recognize } from './file-types.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

test('a file is what it begins with, and says so in its name', () => {
  expect(recognize('layar.PNG', png)).toBe('image/png');
  expect(recognize('invoice.pdf', bytes('%PDF-1.7 ...'))).toBe('application/pdf');
  expect(recognize('foto.jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  expect(recognize('rekaman.mp4', bytes('\0\0\0\x18ftypisom'))).toBe('video/mp4');
  expect(recognize('lembar.xlsx', bytes('PK\u0003\u0004rest'))).toContain('spreadsheetml');
  expect(recognize('server.log', bytes('galat — gagal'))).toBe('text/plain');
  expect(recognize('warna.log', bytes('\u001b[31mgalat'))).toBe('text/plain');
});

test.each([
  ['a script that calls itself an image', 'foto.png', bytes('<script>alert(1)</script>')],
  ['an image that calls itself something else', 'foto.pdf', png],
  ['a page', 'page.html', bytes('<!doctype html>')],
  ['a drawing that can run scripts', 'drawing.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a program', 'setup.exe', bytes('MZ')],
  ['a program that calls itself a log', 'setup.log', bytes('MZ\0\0')],
  ['no ending', 'README', bytes('text')],
  ['an ending in the middle', 'foto.png.exe', png],
  ['nothing but an ending', '.png', bytes('text')],
  ['broken text', 'a.txt', Uint8Array.from([0xc3, 0x28, 0x41])],
])('refused: %s', (_why, name, head) => {
  expect(recognize(name, head)).toBeNull();
});

test('a character cut in two by the end of the head is still text', () => {
  expect(recognize('a.txt', bytes('é').subarray(0, 1))).toBe('text/plain');
});

test('each ending belongs to one type', () => {
  expect(new Set(allowedEndings).size).toBe(allowedEndings.length);
});
