import type { Id } from '../../../kernel/values/ids.ts';
import type { TestApp } from '../../../test/kit/app.ts';
import type { TestOrganization, TestPerson } from '../../../test/kit/people.ts';
import type { Outcome, Provisioner, ProvisionerDriver } from '../provisioner.ts';

export interface Counted {
  /** What was asked about one instance, in order: 'provision 1', 'poll'. */
  calls(instance: string): string[];
  /** Ids of the instances the vendor has. */
  instances: Set<string>;
  /** Runs after the vendor did its work and before its answer arrives. */
  after: (call: string) => void | Promise<void>;
}

/** Adds the sandbox under the name `counted`: it counts what is asked of it, and can be made to break. */
export function countedSandbox(test: TestApp): Counted {
  const calls: { instance: string; call: string }[] = [];
  const counted: Counted = {
    calls: (instance) => calls.filter((one) => one.instance === instance).map((one) => one.call),
    instances: new Set(),
    after: () => {},
  };
  const sandbox = test.ports.provisioners.drivers.get('sandbox')!;
  const driver: ProvisionerDriver = {
    ...sandbox,
    name: 'counted',
    connect(configuration, world) {
      const vendor = sandbox.connect(configuration, world);
      const verbs = ['provision', 'update', 'suspend', 'resume', 'deprovision'] as const;
      const watch =
        (verb: (typeof verbs)[number]) =>
        async (request: Parameters<Provisioner['provision']>[0]): Promise<Outcome> => {
          const call = `${verb} ${request.attempt}`;
          calls.push({ instance: request.instance.id, call });
          const outcome = await vendor[verb]!(request);
          if (outcome.state === 'done' && verb === 'provision') counted.instances.add(request.instance.id);
          if (outcome.state === 'done' && verb === 'deprovision')
            counted.instances.delete(request.instance.id);
          await counted.after(call);
          return outcome;
        };
      return {
        ...Object.fromEntries(verbs.map((verb) => [verb, watch(verb)])),
        poll: (request, pending) => {
          calls.push({ instance: request.instance.id, call: 'poll' });
          return vendor.poll!(request, pending);
        },
      } as Provisioner;
    },
  };
  test.ports.provisioners.drivers.set('counted', driver);
  return counted;
}

export async function setupOf(client: TestOrganization, service: Id<'service'>) {
  return (await client.owner.get(client.at(`/services/${service}/setup`))).body;
}

export async function technicalStateOf(client: TestOrganization, service: Id<'service'>): Promise<string> {
  return (await client.owner.get(client.at(`/services/${service}`))).body.technicalState;
}

export async function instanceOf(staff: TestPerson, service: Id<'service'>) {
  return (await staff.get(`/api/console/services/${service}/provisioning`)).body.instance;
}

/** The facts of a service's technical side, oldest first, without their module's name. */
export async function factsOf(test: TestApp, service: Id<'service'>): Promise<string[]> {
  const { rows } = await test.app.pool.query<{ name: string }>(
    `select name from kernel.events where subject_id = $1 and name like 'provisioning.%' order by happened_at, id`,
    [service],
  );
  return rows.map((row) => row.name.replace('provisioning.', ''));
}

/** Lets time pass in small steps with everything that is due, until `done` or the hours are over. */
export async function passTime(test: TestApp, hours: number, done: () => Promise<boolean>): Promise<void> {
  for (let minutes = 0; minutes < hours * 60; minutes += 10) {
    if (await done()) return;
    await test.clock.advance({ minutes: 10 });
    await test.sweep('provisioning.find-due-instances');
  }
  throw new Error(`not done after ${hours} hours`);
}
