import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { allowedEndings } from '../domain/file-types.ts';
import { openTicket, png, upload } from './world.ts';

// Files that are two things at once, or say they are something else: refused, or given back as what they were taken for, to be saved.

const app = await createTestApp();
const acme = await buildOrganization(app);
const uploads = (name: string) => acme.at(`/uploads?name=${encodeURIComponent(name)}`);
const script = '<script>alert(document.domain)</script>';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`;
const zip = Buffer.from([0x50, 0x4b, 3, 4]);
const exe = Buffer.from('MZ\x90\x00\x03', 'latin1');

test.each<[what: string, name: string, bytes: Buffer, type: string]>([
  ['a picture that is a page behind', 'a.gif', Buffer.from(`GIF89a/*${script}*/=1;`), 'image/gif'],
  ['a picture that is a program behind', 'a.png', Buffer.concat([png, exe]), 'image/png'],
  ['a picture that is an archive behind', 'a.png', Buffer.concat([png, zip]), 'image/png'],
  [
    'a photo with markup in its comment',
    'a.jpg',
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe]), Buffer.from(script)]),
    'image/jpeg',
  ],
  [
    'a document with script in it',
    'a.pdf',
    Buffer.from(`%PDF-1.7 /OpenAction << /S /JavaScript /JS (app.alert(1)) >> ${script}`),
    'application/pdf',
  ],
  ['a text that is a page', 'a.txt', Buffer.from(`<!doctype html>${script}`), 'text/plain'],
  ['a text that is a drawing with script', 'a.md', Buffer.from(svg), 'text/plain'],
  ['a table with formulas', 'a.csv', Buffer.from('=HYPERLINK("https://evil.example","x")'), 'text/plain'],
])('%s is given back as what it was taken for, and never run', async (_what, name, bytes, type) => {
  const file = await upload(app, acme.owner, uploads(name), bytes, 'text/html');
  expect(file).toMatchObject({ status: 201, body: { name, type } });
  const ticket = await openTicket(acme, acme.owner, { files: [file.body.id] });
  const { status, headers } = await acme.owner.get(`${ticket.at}/files/${file.body.id}`);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': expect.stringMatching(new RegExp(`^${type}(;|$)`)) as string,
    'content-disposition': expect.stringMatching(/^attachment; /) as string,
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/) as string,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
});

test.each<[what: string, name: string, bytes: Buffer]>([
  ['a page called a picture', 'a.png', Buffer.from(`<!doctype html>${script}`)],
  ['a picture called a text', 'a.txt', png],
  ['a picture of another kind', 'a.jpg', png],
  ['a drawing, which could run script', 'a.svg', Buffer.from(svg)],
  ['a page', 'a.html', Buffer.from(script)],
  ['a page with an ending behind', 'a.png.html', png],
  ['a page with a hidden ending', 'a.html\u0000.png', png],
  ['a program called a document', 'a.pdf', exe],
  ['an archive called a picture', 'a.png', zip],
  ['two bytes of a beginning', 'a.png', png.subarray(0, 2)],
  ['a beginning that comes late', 'a.pdf', Buffer.concat([Buffer.from('x'), Buffer.from('%PDF-1.7')])],
  [
    'a text in another encoding, which browsers guess',
    'a.txt',
    Buffer.from('+ADw-script+AD4-\u0000', 'utf16le'),
  ],
  ['an ending in other letters', 'a.ｐｎｇ', png],
  ['an ending with a dot behind', 'a.png.', png],
  ['an ending with a stream behind', 'a.png::$DATA', png],
  ['no ending', 'png', png],
])('%s is refused', async (_what, name, bytes) => {
  const { status, body } = await upload(app, acme.owner, uploads(name), bytes);
  expect([name, status, body.code]).toEqual([
    name,
    status === 400 ? 400 : 415,
    status === 400 ? 'invalid_input' : 'file_type_refused',
  ]);
});

test('nothing that a browser would run may be attached at all', () => {
  const running = [
    'html',
    'htm',
    'xhtml',
    'xml',
    'svg',
    'js',
    'mjs',
    'css',
    'swf',
    'jar',
    'hta',
    'exe',
    'bat',
    'sh',
    'php',
    'docm',
    'xlsm',
    'wasm',
  ];
  expect(allowedEndings.filter((ending) => running.includes(ending))).toEqual([]);
});

test('an archive is never opened here, so that it cannot burst', async () => {
  const bomb = Buffer.concat([zip, Buffer.alloc(1_000)]);
  const file = await upload(app, acme.owner, uploads('bomb.zip'), bomb);
  expect(file).toMatchObject({ status: 201, body: { type: 'application/zip', size: bomb.length } });
});
