/** As much of package-lock.json as the bill tells. */
export interface Lockfile {
  name: string;
  version: string;
  packages: Record<
    string,
    {
      name?: string;
      version?: string;
      license?: string;
      integrity?: string;
      dev?: boolean;
      link?: boolean;
    }
  >;
}

interface Component {
  type: 'library';
  name: string;
  version: string;
  purl: string;
  scope: 'required' | 'excluded';
  licenses?: { expression: string }[];
  hashes?: { alg: string; content: string }[];
}

/** Every package of others in the lockfile, as CycloneDX; what serves only building and testing is `excluded`. */
export function billOfMaterials({ name, version, packages }: Lockfile) {
  const components = Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, entry]): Component => {
      const own = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const [algorithm, digest] = entry.integrity?.split(/-(.*)/s) ?? [];
      return {
        type: 'library',
        name: own,
        version: entry.version!,
        purl: `pkg:npm/${own.replace('@', '%40')}@${entry.version}`,
        scope: entry.dev ? 'excluded' : 'required',
        ...(entry.license && { licenses: [{ expression: entry.license }] }),
        ...(digest && {
          hashes: [
            {
              alg: algorithm!.replace('sha', 'SHA-'),
              content: Buffer.from(digest, 'base64').toString('hex'),
            },
          ],
        }),
      };
    });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name, version } },
    components,
  };
}
