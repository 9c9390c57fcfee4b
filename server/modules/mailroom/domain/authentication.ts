/** What a mail server found out about the sender. `none`: nobody whom we believe said anything. */
export type Authentication = 'pass' | 'fail' | 'none';

/**
 * Reads Authentication-Results (RFC 8601) of the one server that is believed: anybody can write such a header, so others say nothing.
 * The last server on the way wrote the topmost one. DMARC decides, since it alone speaks of the address that people see; where the
 * sender's domain has no policy, a signature of that very domain does.
 */
export function authentication(results: readonly string[], believed: string, from: string): Authentication {
  if (believed === '') return 'none';
  const result = results.find(
    (value) => value.split(/[\s;]/, 1)[0]!.toLowerCase() === believed.toLowerCase(),
  );
  if (result === undefined) return 'none';
  const plain = result.toLowerCase().replace(/\([^()]*\)/g, ' ');
  const dmarc = /;\s*dmarc\s*=\s*([a-z]+)/.exec(plain)?.[1];
  if (dmarc === 'pass') return 'pass';
  if (dmarc === 'fail') return 'fail';
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const signed = [...plain.matchAll(/;\s*dkim\s*=\s*pass\b([^;]*)/g)].some(([, properties]) => {
    const by = /header\.[di]\s*=\s*(?:[^\s@;]*@)?([^\s;@]+)/.exec(properties!)?.[1];
    return by === domain;
  });
  return signed ? 'pass' : 'none';
}
