import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The link in the newest mail to an address, as signed-in staff read it in the outbox. */
export async function mailedLink(staff: Page, address: string, url = ''): Promise<string> {
  const read = async (path: string) =>
    (await (await staff.request.get(`${url}/api/console/outbox${path}`)).json()) as never;
  let mail: { id: string; recipient: string } | undefined;
  await expect(async () => {
    const { items } = (await read(`?q=${encodeURIComponent(address)}`)) as {
      items: { id: string; recipient: string }[];
    };
    mail = items.find(({ recipient }) => recipient === address);
    expect(mail).toBeDefined();
  }).toPass();
  const { text } = (await read(`/${mail!.id}`)) as { text: string };
  return /http\S+#token=\S+/.exec(text)![0];
}
