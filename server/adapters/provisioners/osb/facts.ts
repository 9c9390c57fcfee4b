import type { Facts, Instance } from '../../../modules/provisioning/provisioner.ts';
import type { Bound, Made } from './broker.ts';

/** What the answer to a provision or update tells. Anything but an http address would be dangerous behind a link. */
export function factsOf(
  { id }: Instance,
  { dashboard_url: url, metadata }: Partial<Made>,
): Omit<Facts, 'credentials'> {
  const attributes = metadata?.attributes ?? {};
  return {
    remoteId: id,
    ...(url && /^https?:\/\//i.test(url) && URL.canParse(url) ? { dashboardUrl: url } : {}),
    ...(Object.keys(attributes).length > 0 ? { shown: attributes } : {}),
  };
}

/** `facts` with what a binding adds: credentials, and where to connect. */
export function withBinding(facts: Facts, { credentials, endpoints }: Bound): Facts {
  const places = (endpoints ?? []).map(({ host, ports }) => `${host}:${ports.join(',')}`);
  return {
    ...facts,
    ...(credentials ? { credentials } : {}),
    ...(places.length > 0 ? { shown: { ...facts.shown, endpoints: places.join(' ') } } : {}),
  };
}
