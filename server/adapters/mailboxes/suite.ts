import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Account, Batch, MailboxPort, Position } from '../../modules/mailroom/mailbox.ts';

export interface TriedMailbox {
  port: MailboxPort;
  /** Gets in, and takes all there is. */
  account: Account;
  /** Puts mails into the folder, in this order, as if they came at that time. */
  put(raws: readonly string[], at?: Date): Promise<void>;
  /** Makes the folder anew with what is in it: its numbers mean nothing any more. */
  remake(): Promise<void>;
  close(): Promise<void>;
}

/** What every kind of mailbox has to do. */
export function mailboxSuite(name: string, open: () => Promise<TriedMailbox>): void {
  describe(`a mailbox: ${name}`, () => {
    let tried: TriedMailbox;
    beforeAll(async () => {
      tried = await open();
    }, 60_000);
    afterAll(() => tried.close());

    const letter = (n: number) =>
      `From: a@x.example\r\nSubject: ${n}\r\nMessage-ID: <${n}@x.example>\r\n\r\nNomor ${n}\r\n`;
    const numbersIn = (batches: readonly Batch[]) =>
      batches.flatMap(({ mails }) => mails.map((raw) => Number(/^Subject: (\d+)/m.exec(raw.toString())![1])));
    async function fetchAfter(after: Position | null, over: Partial<Account> = {}) {
      const batches: Batch[] = [];
      await tried.port.fetch({ ...tried.account, ...over }, after, async (batch) => void batches.push(batch));
      return {
        numbers: numbersIn(batches),
        position: batches.at(-1)?.position ?? after,
        batches: batches.length,
      };
    }

    test('hands over what is there in batches, oldest first, and later only what is new', async () => {
      expect(await fetchAfter(null)).toEqual({ numbers: [], position: null, batches: 0 });
      const many = Array.from({ length: 230 }, (_, n) => n + 1);
      await tried.put(many.map(letter));
      const first = await fetchAfter(null);
      expect(first.numbers).toEqual(many);
      expect(first.batches).toBeGreaterThan(1);
      expect((await fetchAfter(first.position)).numbers).toEqual([]);
      await tried.put([letter(231)]);
      expect((await fetchAfter(first.position)).numbers).toEqual([231]);
    });

    test('goes on after the last batch that was taken', async () => {
      let position: Position | null = null;
      const breaksOff = tried.port.fetch(tried.account, null, async (batch) => {
        if (position) throw new Error('the power failed');
        position = batch.position;
      });
      await expect(breaksOff).rejects.toThrow('the power failed');
      const rest = await fetchAfter(position);
      expect(rest.numbers.at(-1)).toBe(231);
      expect(rest.numbers[0]).toBeGreaterThan(1);
      expect(rest.numbers[0]! + rest.numbers.length - 1).toBe(231);
    });

    test('leaves alone what came before it should begin', async () => {
      await tried.put([letter(232)], new Date('2040-01-01T00:00:00Z'));
      expect((await fetchAfter(null, { since: new Date('2039-01-01T00:00:00Z') })).numbers).toEqual([232]);
    });

    test('begins at the start when the folder has been made anew', async () => {
      const { position } = await fetchAfter(null);
      await tried.remake();
      const again = await fetchAfter(position);
      expect(again.position!.validity).not.toBe(position!.validity);
      expect(again.numbers).toHaveLength(232);
      expect(await tried.port.check(tried.account)).toEqual({ mails: 232 });
    });

    test('says what is wrong', async () => {
      const trouble = (over: Partial<Account>) => tried.port.check({ ...tried.account, ...over });
      await expect(trouble({ password: 'salah' })).rejects.toMatchObject({ trouble: 'password' });
      await expect(trouble({ folder: 'Tidak ada' })).rejects.toMatchObject({ trouble: 'folder' });
    });
  });
}
