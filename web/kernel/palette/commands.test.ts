import { describe, expect, it } from 'vitest';
import { type Command, matching } from './commands.ts';

const command = (id: string, label: string, words = ''): Command => ({ id, label, words, icon: 'home' });
const all = [
  command('invoices', 'Tagihan', 'bayar jatuh tempo invoice'),
  command('security', 'Keamanan', 'kata sandi'),
  command('pay', 'Bayar semua tagihan'),
];

const ids = (typed: string) => matching(all, typed).map((one) => one.id);

describe('matching', () => {
  it('finds by the beginnings of words, labels first', () => {
    expect(ids('tag')).toEqual(['invoices', 'pay']);
    expect(ids('bayar')).toEqual(['pay', 'invoices']);
    expect(ids('kata san')).toEqual(['security']);
    expect(ids('gihan')).toEqual([]);
  });

  it('shows everything before anything is typed', () => {
    expect(ids(' ')).toEqual(['invoices', 'security', 'pay']);
  });
});
