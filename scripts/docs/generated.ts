import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Writes a Markdown file of the repository, formatted; with `--verify` fails instead when the file is not like that.
 * `command` is what brings it up to date.
 */
export async function putDocument(path: string, text: string, command: string): Promise<void> {
  const formatted = execFileSync(`${root}node_modules/.bin/oxfmt`, ['--stdin-filepath', path], {
    cwd: root,
    input: text,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (!process.argv.includes('--verify')) return writeFile(root + path, formatted);
  if ((await readFile(root + path, 'utf8').catch(() => '')) === formatted) return;
  console.error(`${path} is not current: run ${command} and commit it.`);
  process.exitCode = 1;
}

export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}
