import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { assemble } from '../../kernel/product.ts';
import { modules } from '../../modules/index.ts';

// Whatever a route may refuse is said to people in words, in both languages.

type Text = { problems?: Record<string, unknown> };

const web = fileURLToPath(new URL('../../../web', import.meta.url));

/** Codes with words in a folder's files of a language. */
async function worded(folder: string, language: string): Promise<string[]> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => new RegExp(`(^|-)${language}[.]ts$`).test(name));
  } catch {
    return [];
  }
  const texts = await Promise.all(
    names.map(async (name) => (await import(pathToFileURL(`${folder}/${name}`).href)) as { text?: Text }),
  );
  return texts.flatMap(({ text }) => Object.keys(text?.problems ?? {}));
}

/** What only machines are told, which read no words. */
const machines = /^(scim_|webhook_refused|mail_signature_refused|unknown_usage_source|wrong_token)/;

test.each(['id', 'en'])('every refusal of a route has words in %s', async (language) => {
  const folders = [`${web}/kernel/text`, ...modules.map(({ name }) => `${web}/modules/${name}/text`)];
  const said = new Set((await Promise.all(folders.map((folder) => worded(folder, language)))).flat());
  const codes = assemble(modules).routes.flatMap(({ problems = [] }) => problems.map(({ code }) => code));
  const silent = new Set(codes.filter((code) => !said.has(code) && !machines.test(code)));
  expect([...silent]).toEqual([]);
});
