/** The name as it stands in addresses: 'PT Maju Jaya, Tbk.' becomes 'pt-maju-jaya-tbk'. Names without any such letter become 'organization'. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50)
    .replace(/-$/, '');
  return slug || 'organization';
}
