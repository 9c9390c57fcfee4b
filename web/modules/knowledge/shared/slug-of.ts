/** A title as the end of a link: “Bayar dengan QRIS” becomes bayar-dengan-qris. */
export function slugOf(title: string, longest: number): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}
