import { expect } from 'vitest';
import { provisionerSuite, type Subject } from '../suite.ts';
import { osb } from './osb.ts';
import { Broker, login } from './test/broker.ts';

const small = 'mysql%26co/small%2F1';
const large = 'mysql%26co/large';
const suspension = { parameter: 'suspended', suspended: true, running: false };

async function subject(prepare: (broker: Broker) => void, settings = {}): Promise<Subject> {
  const broker = new Broker();
  prepare(broker);
  const configuration = { url: await broker.listen(), ...login, suspension, ...settings };
  const { url, ...rest } = configuration;
  return {
    driver: osb,
    configuration,
    garbage: [
      [{}, ['url', 'username', 'password']],
      [{ ...rest, url: 'broker.example' }, ['url']],
      [{ ...rest, url: 'https://u:p@broker.example' }, ['url']],
      [{ url, username: 'a:b', password: '' }, ['username', 'password']],
      [
        { ...configuration, suspension: { parameter: '' }, timeoutSeconds: 61 },
        ['suspension.parameter', 'suspension.suspended', 'suspension.running', 'timeoutSeconds'],
      ],
    ],
    able: ['update', 'suspend', 'resume', 'observe', 'catalog'],
    wanted: { plan: small, parameters: { disk: 10 } },
    changed: { plan: large, parameters: { disk: 20 } },
    count: () => broker.instances.size,
    end() {
      broker.close();
      expect(broker.violations).toEqual([]);
    },
  };
}
provisionerSuite('osb, at once', () => subject(() => {}));
provisionerSuite('osb, later', () => subject((broker) => (broker.mode = 'async')));
provisionerSuite('osb, later and without operation names', () =>
  subject((broker) => ((broker.mode = 'async'), (broker.anonymous = true))),
);
provisionerSuite('osb, without credentials', () =>
  subject((broker) => (broker.mode = 'async'), { credentials: false }),
);
