import type { Page } from '@playwright/test';

/** Addresses in the first organization of whoever is signed in, with the newest of each list that `first` is asked for. */
export async function ownPlaces(page: Page) {
  const get = async (path: string) => (await (await page.request.get(path)).json()) as never;
  const { organizations } = (await get('/api/session')) as { organizations: { id: string; slug: string }[] };
  const { id, slug } = organizations[0]!;
  const home = `/o/${slug}`;
  async function first(list: 'invoices' | 'services' | 'tickets'): Promise<string> {
    const { items } = (await get(`/api/organizations/${id}/${list}`)) as { items: { id: string }[] };
    return `${home}/${list}/${items[0]!.id}`;
  }
  return { home, first };
}
