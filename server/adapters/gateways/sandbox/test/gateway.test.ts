import { gatewaySuite } from '../../suite.ts';
import { methods } from '../methods.ts';
import { openWorld } from './world.ts';

gatewaySuite('the sandbox', methods, () => openWorld());

gatewaySuite('the sandbox on a bad day', methods, () =>
  openWorld({ chaos: { seed: 42, duplicate: 0.5, reorder: 0.5, lose: 0, delaySeconds: 0 } }),
);
