import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fillRenewals } from '../../../bench/renewal-data.ts';
import { dice } from '../../adapters/gateways/sandbox/gateway/chance.ts';
import { findRunning } from '../../app/postgres/start.ts';
import { bundled, preparedFolder, runCli, startServer } from '../process/cli.ts';
import { ask } from './books.ts';
import { postgresOf } from './mortal-server.ts';

// Whatever dies in the middle of a billing run, each period is billed once, none is left out, and numbers have no gaps.

bundled();

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const services = 6000;
/** Three services each, on one invoice. */
const clients = 2000;

test(
  `killed -9 in the middle of billing ${services} services (FAULT_SEED=${seed})`,
  { timeout: 300_000 },
  async () => {
    const roll = dice(seed);
    const env = { CLIENTAREA_DATA: (await preparedFolder()).data };
    const data = env.CLIENTAREA_DATA;
    let server = await startServer(env);
    await fillRenewals(findRunning(join(data, 'postgres'))!.url('clientarea'), services, services / clients);

    const billed = async () => {
      const [row] = await ask<{ count: number }>(data, 'select count(*)::int as count from billing.renewals');
      return row!.count;
    };
    const begin = async () => {
      // What died holds a run for some minutes; they pass.
      await ask(data, `update billing.runs set touched_at = touched_at - interval '1 hour'`);
      const job = JSON.stringify({ name: 'kernel.sweep', input: { sweep: 'billing.renew-services' } });
      await ask(
        data,
        `insert into pgboss.job (name, data, singleton_key) values ('world', $1, gen_random_uuid())`,
        [job],
      );
    };
    const until = async (enough: (count: number) => boolean) => {
      for (let tries = 0; !enough(await billed()); tries++) {
        if (tries === 2000) throw new Error(`only ${await billed()} of ${services} were billed`);
        await wait(10);
      }
    };

    const deaths: number[] = [];
    for (const whose of ['node', 'postgres', 'node', 'postgres'] as const) {
      const before = await billed();
      if (before < services) await begin();
      const enough = before + 1 + Math.floor(roll() * 1000);
      await until((count) => count >= Math.min(enough, services));
      await wait(roll() * 60);
      if (whose === 'node') server.kill('SIGKILL');
      else process.kill(postgresOf(data), 'SIGKILL');
      await server.ended;
      server = await startServer(env);
      deaths.push(await billed());
    }
    // Most of the deaths came in the middle.
    expect(deaths.filter((count) => count < services).length, deaths.join()).toBeGreaterThanOrEqual(2);
    await begin();
    await until((count) => count === services);

    const [books] = await ask(
      data,
      `select (select count(distinct service_id)::int from billing.renewals) as services, count(*)::int as invoices,
       max(sequence)::int as last, count(distinct sequence)::int as numbers,
       (select count(*)::int from billing.entries) as entries,
       (select count(*)::int from kernel.events where name = 'billing.invoice-issued') as told,
       (select count(*)::int from kernel.events where name = 'billing.invoice-numbered') as numbered,
       (select count(*)::int from services.services where next_invoice_on < current_date) as left_out
     from billing.invoices`,
    );
    const { invoices: all } = books as { invoices: number };
    expect(all).toBe(clients);
    expect(books).toEqual({
      services,
      invoices: all,
      last: all,
      numbers: all,
      entries: all,
      told: all,
      numbered: all,
      left_out: 0,
    });
    const doctor = runCli(['doctor'], env);
    expect([await doctor.ended, doctor.stdout().match(/^BAD.*/gm)]).toEqual([0, null]);
    server.kill('SIGKILL');
  },
);
