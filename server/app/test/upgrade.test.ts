import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { upgrade } from '../upgrade.ts';

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

test('a user without the right to our roles is told which statement is missing, in one line', async () => {
  const name = `tenant_${randomUUID().replaceAll('-', '')}`;
  await administer(`create role ${name} login password 'test-only'`);
  await administer(`create database ${name} owner ${name}`);
  onTestFinished(async () => {
    await administer(`drop database ${name} with (force)`);
    await administer(`drop role ${name}`);
  });
  const url = new URL(inject('directUrl').replace('DATABASE', name));
  url.username = name;
  url.password = 'test-only';
  await expect(upgrade(url.href)).rejects.toMatchObject({
    setting: 'DATABASE_URL',
    message: expect.stringContaining(`as a superuser run "grant clientarea_portal to ${name}"`) as string,
  });
  for (const role of ['clientarea_portal', 'clientarea_system']) await administer(`grant ${role} to ${name}`);
  expect((await upgrade(url.href)).length).toBeGreaterThan(10);
});

test('neither is a database that does not let its user make schemas a mystery', async () => {
  const name = `guest_${randomUUID().replaceAll('-', '')}`;
  await administer(`create role ${name} login password 'test-only'`);
  await administer(`create database ${name}`);
  onTestFinished(async () => {
    await administer(`drop database ${name} with (force)`);
    await administer(`drop role ${name}`);
  });
  const url = new URL(inject('directUrl').replace('DATABASE', name));
  url.username = name;
  url.password = 'test-only';
  await expect(upgrade(url.href)).rejects.toThrow(/^DATABASE_URL: its user lacks a right: permission denied/);
});
