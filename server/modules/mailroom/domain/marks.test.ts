import { expect, test } from 'vitest';
import { knownMarks, markPictures } from './marks.ts';

const picture = (name: string, cid: string | null) => ({
  name,
  cid,
  type: 'image/png',
  bytes: Buffer.from('x'),
});

test('what Gmail writes for pictures is known by the names of the files, each once', () => {
  const files = [picture('image.png', 'a'), picture('image.png', 'b'), picture('other.png', null)];
  expect(knownMarks('1 [image: image.png] 2 [image: image.png] 3 [image: image.png]', files)).toBe(
    '1 [cid:a] 2 [cid:b] 3 [image: image.png]',
  );
});

test('pictures in HTML are marked where they came along, and others are left to be dropped', () => {
  const html = `<img alt="x" src="cid:a@b"><IMG SRC='cid:c%40d'/><img src=cid:zz><img src="https://a.example/p.gif">`;
  expect(markPictures(html, new Set(['a@b', 'c@d']))).toBe(
    ' [cid:a@b]  [cid:c@d] <img src=cid:zz><img src="https://a.example/p.gif">',
  );
});
