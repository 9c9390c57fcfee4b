import type { Page } from '@playwright/test';

/** Adds up, from here on, what moves by itself on every page that is opened: the layout shifts that browsers report. */
export async function watchShifts(page: Page): Promise<() => Promise<{ sum: number; moved: string[] }>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0, moved: [] as string[] };
    Object.assign(window, { shifts });
    interface Shift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        shifts.sum += value;
        for (const { node } of sources)
          shifts.moved.push(`${value.toFixed(4)} ${node?.nodeName} ${node?.textContent?.slice(0, 40)}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(() => (window as unknown as { shifts: { sum: number; moved: string[] } }).shifts);
}

/** Makes the page's processor slower, so that what comes late is late. Resolves with what changes how much. */
export async function slowDown(page: Page, rate: number): Promise<(rate: number) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  const setRate = async (to: number) =>
    void (await devtools.send('Emulation.setCPUThrottlingRate', { rate: to }));
  await setRate(rate);
  return setRate;
}
