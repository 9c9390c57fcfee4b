// `npm test`: installs, builds, finds a browser, runs every test there is. The last line says how many passed and failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { prepare, root, run } from './prepare.mjs';

prepare();
const reports = mkdtempSync(join(tmpdir(), 'clientarea-reports-'));
const bin = (name) => join(root, 'node_modules/.bin', name);
const total = { passed: 0, failed: 0, skipped: 0 };

function vitest(name, ...args) {
  const file = join(reports, `${name}.json`);
  const code = run(bin('vitest'), [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  add(name, code, file, (report) => ({
    passed: report.numPassedTests,
    // A file that does not even load has no failed test in it.
    failed:
      report.numFailedTests +
      report.testResults.filter(
        ({ status, assertionResults }) =>
          status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
      ).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

function playwright() {
  const file = join(reports, 'browser.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...findChromium() };
  const code = run(
    bin('playwright'),
    ['test', '--config', 'web/playwright.config.ts', '--reporter=list,json'],
    env,
  );
  add('browser', code, file, ({ stats, errors }) => ({
    // Only where CI tries again; the list above names what is flaky.
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
}

/** Counts from a report; a runner that fails without a failed test in its report counts as one. */
function add(name, code, file, count) {
  let counted;
  try {
    counted = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    console.error(`The ${name} tests ended without a report.`);
    counted = { passed: 0, failed: 1, skipped: 0 };
  }
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(total)) total[key] += counted[key];
}

vitest('web', '--config', 'web/vitest.config.ts');
vitest('server');
playwright();
rmSync(reports, { recursive: true, force: true });

const { passed, failed, skipped } = total;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
