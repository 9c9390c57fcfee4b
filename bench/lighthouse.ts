import { mkdir, writeFile } from 'node:fs/promises';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import type { Result } from 'lighthouse';
import { browserArguments } from '../web/test/e2e/kit/browser.ts';
import { startClientarea } from '../web/test/e2e/kit/clientarea.ts';

/**
 * `npm run bench:pages [-- --times 5] [-- --only invoices]`: Lighthouse's phone on the pages people open most, against the demo
 * business, as its owner. Scores are the median of several runs, as other work on the machine disturbs them; bytes, requests and
 * layout shift are not disturbed. `--url http://… --as email:password` measures what runs already.
 */
const args = process.argv.slice(2);
const option = (name: string, fallback: string) => args[args.indexOf(`--${name}`) + 1 || -1] ?? fallback;
const times = Number(option('times', '3'));
const only = option('only', '').split(',').filter(Boolean);

interface Measure {
  page: string;
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Milliseconds. */
  fcp: number;
  lcp: number;
  tbt: number;
  cls: number;
  /** Bytes, gzipped: the scripts that the page names and needs to work, and with those it fetches when idle. */
  first: number;
  script: number;
  requests: number;
}

const running = option('url', '') ? null : await startClientarea({ demo: true });
const url = running?.url ?? option('url', '');
const browser = await launch({
  chromePath: process.env.CLIENTAREA_CHROMIUM || undefined,
  chromeFlags: ['--headless=new', ...browserArguments().args],
});
try {
  const [email = '', password = ''] = option('as', '').split(':', 2);
  const owner = running ? ownerOf(running.output()) : { email, password };
  const cookie = await signIn(owner);
  const measures: Measure[] = [];
  console.log(
    `${'page'.padEnd(16)}perf  a11y  best   seo     FCP     LCP     TBT    CLS   first JS   all JS  requests`,
  );
  for (const [name, path, signedIn] of await pages(cookie)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const results: Result[] = [];
    for (let run = 0; run < times; run++) results.push(await inspect(path, signedIn ? cookie : null));
    const measure = await summarize(name, results, signedIn ? cookie : null);
    measures.push(measure);
    console.log(line(measure));
    for (const complaint of complaints(results[0]!)) console.log(`  ${complaint}`);
  }
  await mkdir(new URL('results/', import.meta.url), { recursive: true });
  await writeFile(new URL('results/pages.json', import.meta.url), `${JSON.stringify(measures, null, 2)}\n`);
} finally {
  browser.kill();
  await running?.stop();
}

/** The owner of the demo's richest client, as the first start printed them. */
function ownerOf(output: string) {
  const [, email = '', password = ''] = /^ {2}(\S+@\S+) +((?:[a-z0-9]{4}-){3}[a-z0-9]{4}) +.*owner/m.exec(
    output,
  )!;
  return { email, password };
}

async function signIn(owner: { email: string; password: string }): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(owner),
  });
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}`);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** Name, path, and whether one is signed in. */
async function pages(cookie: string): Promise<[string, string, boolean][]> {
  const ask = async <T>(path: string) =>
    (await (await fetch(url + path, { headers: { cookie } })).json()) as T;
  const { organizations } = await ask<{ organizations: { id: string; slug: string }[] }>('/api/session');
  const { id, slug } = organizations[0]!;
  const { items } = await ask<{ items: { id: string }[] }>(`/api/organizations/${id}/tickets`);
  const home = `/o/${slug}`;
  return [
    ['sign-in', '/sign-in', false],
    ['dashboard', home, true],
    ['invoices', `${home}/invoices`, true],
    ['ticket', `${home}/tickets/${items[0]!.id}`, true],
    ['store', '/store', false],
    ['order-status', '/order-status', false],
  ];
}

async function inspect(path: string, cookie: string | null): Promise<Result> {
  const run = await lighthouse(url + path, {
    port: browser.port,
    output: 'json',
    logLevel: 'error',
    // The live line stays open, so the network never falls silent; nothing of a page happens that late.
    maxWaitForLoad: 10_000,
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    extraHeaders: cookie ? { cookie } : {},
  });
  return run!.lhr;
}

async function summarize(page: string, results: readonly Result[], cookie: string | null): Promise<Measure> {
  const median = (of: (result: Result) => number) =>
    results.map(of).toSorted((a, b) => a - b)[Math.floor(results.length / 2)]!;
  const score = (name: string) => Math.round(100 * median((result) => result.categories[name]!.score ?? 0));
  const figure = (audit: string) => median((result) => result.audits[audit]!.numericValue!);
  const asked = requestsOf(results[0]!);
  const scripts = asked.filter((request) => request.resourceType === 'Script');
  const named = await namedFiles(asked[0]!.url, cookie);
  const sizes = await Promise.all(scripts.map((request) => gzipped(request.url)));
  const sum = (of: (address: string) => boolean) =>
    scripts.reduce((total, request, index) => total + (of(request.url) ? sizes[index]! : 0), 0);
  return {
    page,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    fcp: figure('first-contentful-paint'),
    lcp: figure('largest-contentful-paint'),
    tbt: figure('total-blocking-time'),
    cls: figure('cumulative-layout-shift'),
    first: sum((address) => named.includes(new URL(address).pathname)),
    script: sum(() => true),
    requests: asked.length,
  };
}

interface Asked {
  url: string;
  resourceType: string;
}

function requestsOf(result: Result): Asked[] {
  return (result.audits['network-requests']!.details as unknown as { items: Asked[] }).items;
}

/** The scripts in the HTML: what the page needs before it works. */
async function namedFiles(address: string, cookie: string | null): Promise<string[]> {
  const html = await (await fetch(address, { headers: cookie ? { cookie } : {} })).text();
  return [...html.matchAll(/\/?(assets\/[\w-]+\.js)/g)].map(([, file]) => `/${file}`);
}

/** Bytes of a file's gzipped body: `fetch` unpacks it, so the length is asked of the server. */
async function gzipped(address: string): Promise<number> {
  const answer = await fetch(address, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
  return Number(answer.headers.get('content-length'));
}

function line(measure: Measure): string {
  const { page, performance, accessibility, bestPractices, seo, fcp, lcp, tbt, cls, requests } = measure;
  const kibibytes = [measure.first, measure.script]
    .map((size) => `${(size / 1024).toFixed(1)} KiB`.padStart(11))
    .join('');
  const scores = [performance, accessibility, bestPractices, seo]
    .map((score) => String(score).padStart(4))
    .join('  ');
  const moments = [fcp, lcp, tbt].map((time) => `${time.toFixed(0)} ms`.padStart(8)).join('');
  return `${page.padEnd(16)}${scores}${moments}${cls.toFixed(3).padStart(7)}${kibibytes}${String(requests).padStart(10)}`;
}

/** What could be better, other than speed, in Lighthouse's words. */
function complaints(result: Result): string[] {
  const names = ['accessibility', 'best-practices', 'seo'];
  const audits = names.flatMap((name) =>
    result.categories[name]!.auditRefs.map(({ id }) => result.audits[id]!),
  );
  return audits.flatMap((audit) =>
    audit.score !== null && audit.score < 1 ? [`${audit.id}: ${audit.title}${nodesOf(audit.details)}`] : [],
  );
}

function nodesOf(details: unknown): string {
  const { items = [] } = (details ?? {}) as { items?: { node?: { snippet?: string } }[] };
  return items.map(({ node }) => (node?.snippet ? `\n    ${node.snippet.slice(0, 160)}` : '')).join('');
}
