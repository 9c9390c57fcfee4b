/** One field of an EMV merchant-presented QR: two-digit id, two-digit length in characters, value (which may itself be fields). */
export interface Field {
  id: string;
  value: string;
}

export class QrisInvalid extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'QrisInvalid';
  }
}

/** Who is paid. Lengths: `name` 1–25, `city` 1–15, `postalCode` 5, `nmid` 'ID' and 13 digits; printable ASCII only. */
export interface QrisMerchant {
  /** The acquirer's reversed domain, its merchant PAN (936…) and its number for the merchant. */
  acquirer: { domain: string; pan: string; merchantId: string };
  nmid: string;
  /** Micro, small, medium, large or regular, as the acquirer classed it. */
  criteria: 'UMI' | 'UKE' | 'UME' | 'UBE' | 'URE';
  categoryCode: string;
  name: string;
  city: string;
  postalCode: string;
}

const crcField = '6304';

/** CRC-16 with polynomial 0x1021 and start 0xFFFF, not reflected, as four upper-case hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'ascii')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Throws `QrisInvalid` for an id that is not two digits and a value that is empty, longer than 99 or not printable ASCII. */
export function encodeFields(fields: readonly Field[]): string {
  return fields.map(encodeField).join('');
}

function encodeField({ id, value }: Field): string {
  if (!/^\d\d$/.test(id)) throw new QrisInvalid(`'${id}' is not a field id`);
  if (!/^[\x20-\x7e]{1,99}$/.test(value))
    throw new QrisInvalid(`field ${id} must be 1 to 99 printable ASCII characters`);
  return id + String(value.length).padStart(2, '0') + value;
}

/** Splits one level; nested fields are split by calling it again with the value. Throws `QrisInvalid` when lengths do not add up. */
export function parseFields(text: string): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < text.length;) {
    const head = /^(\d\d)(\d\d)$/.exec(text.slice(at, at + 4));
    if (!head) throw new QrisInvalid(`no field starts at character ${at}`);
    const length = Number(head[2]);
    const value = text.slice(at + 4, at + 4 + length);
    if (length === 0 || value.length < length) throw new QrisInvalid(`field ${head[1]} is cut off`);
    fields.push({ id: head[1]!, value });
    at += 4 + length;
  }
  return fields;
}

/** The payload's fields without its checksum. Throws `QrisInvalid` unless it starts as format 01 and the checksum, last, is right. */
export function parseQris(payload: string): Field[] {
  if (!payload.startsWith('000201')) throw new QrisInvalid('not an EMV payload');
  const body = payload.slice(0, -4);
  if (!body.endsWith(crcField) || crc16(body) !== payload.slice(-4))
    throw new QrisInvalid('the checksum is wrong');
  return parseFields(body.slice(0, -crcField.length));
}

/** A code many people may pay, each typing the sum. */
export function staticQris(merchant: QrisMerchant): string {
  const { acquirer, nmid, criteria } = merchant;
  return sealed([
    { id: '00', value: '01' },
    { id: '01', value: '11' },
    {
      id: '26',
      value: encodeFields([
        { id: '00', value: acquirer.domain },
        { id: '01', value: acquirer.pan },
        { id: '02', value: acquirer.merchantId },
        { id: '03', value: criteria },
      ]),
    },
    {
      id: '51',
      value: encodeFields([
        { id: '00', value: 'ID.CO.QRIS.WWW' },
        { id: '02', value: nmid },
        { id: '03', value: criteria },
      ]),
    },
    { id: '52', value: merchant.categoryCode },
    { id: '53', value: '360' },
    { id: '58', value: 'ID' },
    { id: '59', value: merchant.name },
    { id: '60', value: merchant.city },
    { id: '61', value: merchant.postalCode },
  ]);
}

/**
 * The same merchant's code for one payment of `rupiah`. `billNumber` (≤ 25 characters) replaces other additional data. A payment of a
 * code changed by anyone but its acquirer can be matched by sum and time only.
 */
export function withAmount(payload: string, rupiah: bigint, billNumber: string): string {
  if (rupiah <= 0n || rupiah > 9_999_999_999_999n) throw new QrisInvalid('the sum must be 1 to 13 digits');
  if (billNumber.length > 25) throw new QrisInvalid('the bill number must be at most 25 characters');
  const changed: Field[] = [
    { id: '01', value: '12' },
    { id: '54', value: String(rupiah) },
    { id: '62', value: encodeFields([{ id: '01', value: billNumber }]) },
  ];
  const kept = parseQris(payload).filter(({ id }) => !changed.some((field) => field.id === id));
  return sealed([...kept, ...changed].sort((one, other) => Number(one.id) - Number(other.id)));
}

function sealed(fields: readonly Field[]): string {
  const body = encodeFields(fields) + crcField;
  return body + crc16(body);
}
