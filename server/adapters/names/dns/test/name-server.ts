import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What a name server says of a name: its TXT records (each of one or more strings), a code of refusal, or nothing at all. */
export type Said = readonly (readonly string[])[] | 'NXDOMAIN' | 'SERVFAIL' | 'silence';

const codes = { NXDOMAIN: 3, SERVFAIL: 2 };

/** A name server on this machine, of just enough of RFC 1035 to be asked for TXT records over UDP. */
export async function startNameServer(say: (name: string) => Said) {
  const socket = createSocket('udp4');
  socket.on('message', (asked, from) => {
    const said = say(nameIn(asked));
    if (said !== 'silence') socket.send(answerTo(asked, said), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}

function nameIn(message: Buffer): string {
  const labels: string[] = [];
  for (let at = 12; message[at]! > 0; at += message[at]! + 1)
    labels.push(message.toString('latin1', at + 1, at + 1 + message[at]!));
  return labels.join('.').toLowerCase();
}

function answerTo(asked: Buffer, said: Exclude<Said, 'silence'>): Buffer {
  const endOfName = asked.indexOf(0, 12) + 1;
  const question = asked.subarray(12, endOfName + 4);
  const records = typeof said === 'string' ? [] : said;
  const header = Buffer.alloc(12);
  asked.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (typeof said === 'string' ? codes[said] : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  const answers = records.map((parts) => {
    const data = Buffer.concat(
      parts.map((part) => Buffer.concat([Buffer.from([Buffer.byteLength(part)]), Buffer.from(part)])),
    );
    const fixed = Buffer.alloc(12);
    fixed.writeUInt16BE(0xc00c, 0);
    fixed.writeUInt16BE(16, 2);
    fixed.writeUInt16BE(1, 4);
    fixed.writeUInt32BE(60, 6);
    fixed.writeUInt16BE(data.length, 10);
    return Buffer.concat([fixed, data]);
  });
  return Buffer.concat([header, question, ...answers]);
}
