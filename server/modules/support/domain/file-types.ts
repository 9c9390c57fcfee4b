/** What may be attached: known by its first bytes, and by an ending that says the same. */
interface FileType {
  type: string;
  endings: readonly string[];
  begins(head: Uint8Array): boolean;
}

/** How many of the first bytes `recognize` wants to see, if there are as many. */
export const headBytes = 4096;

const at = (offset: number, bytes: readonly number[] | string) => {
  const wanted = typeof bytes === 'string' ? [...bytes].map((letter) => letter.charCodeAt(0)) : bytes;
  return (head: Uint8Array) => wanted.every((byte, index) => head[offset + index] === byte);
};
const either =
  (...tests: ((head: Uint8Array) => boolean)[]) =>
  (head: Uint8Array) =>
    tests.some((test) => test(head));
const both =
  (...tests: ((head: Uint8Array) => boolean)[]) =>
  (head: Uint8Array) =>
    tests.every((test) => test(head));

const zip = either(at(0, [0x50, 0x4b, 3, 4]), at(0, [0x50, 0x4b, 5, 6]));
const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

const types: readonly FileType[] = [
  { type: 'image/png', endings: ['png'], begins: at(0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], begins: at(0, [0xff, 0xd8, 0xff]) },
  { type: 'image/gif', endings: ['gif'], begins: either(at(0, 'GIF87a'), at(0, 'GIF89a')) },
  { type: 'image/webp', endings: ['webp'], begins: both(at(0, 'RIFF'), at(8, 'WEBP')) },
  {
    type: 'image/heic',
    endings: ['heic', 'heif'],
    begins: both(at(4, 'ftyp'), either(at(8, 'heic'), at(8, 'heix'), at(8, 'mif1'), at(8, 'msf1'))),
  },
  { type: 'application/pdf', endings: ['pdf'], begins: at(0, '%PDF-') },
  { type: `${office}.wordprocessingml.document`, endings: ['docx'], begins: zip },
  { type: `${office}.spreadsheetml.sheet`, endings: ['xlsx'], begins: zip },
  { type: `${office}.presentationml.presentation`, endings: ['pptx'], begins: zip },
  { type: `${openDocument}.text`, endings: ['odt'], begins: zip },
  { type: `${openDocument}.spreadsheet`, endings: ['ods'], begins: zip },
  { type: 'application/zip', endings: ['zip'], begins: zip },
  { type: 'application/gzip', endings: ['gz', 'tgz'], begins: at(0, [0x1f, 0x8b]) },
  {
    type: 'video/mp4',
    endings: ['mp4', 'mov'],
    begins: both(
      at(4, 'ftyp'),
      either(at(8, 'isom'), at(8, 'iso'), at(8, 'mp4'), at(8, 'avc1'), at(8, 'qt'), at(8, 'M4V')),
    ),
  },
  { type: 'video/webm', endings: ['webm'], begins: at(0, [0x1a, 0x45, 0xdf, 0xa3]) },
  // Whatever such a file says, it is given back as text and never run.
  {
    type: 'text/plain',
    endings: ['txt', 'log', 'csv', 'md', 'json', 'conf', 'ini', 'yml', 'yaml'],
    begins: isText,
  },
];

export const allowedEndings: readonly string[] = types.flatMap(({ endings }) => endings);

/** The media type of a file with this name that begins with these bytes; null when it may not be attached. */
export function recognize(name: string, head: Uint8Array): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const found = types.find(({ endings }) => ending !== undefined && endings.includes(ending));
  return found?.begins(head) ? found.type : null;
}

/** UTF-8 without control characters; the last character may be cut off by where the head ends. */
function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Whether it is shown where it stands, in browsers and mail programs alike. */
export const isPicture = (type: string): boolean => pictures.has(type);
