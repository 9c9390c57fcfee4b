import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { RenderReply, RenderRequest } from './protocol.ts';

const resolve = createRequire(import.meta.url).resolve;
const fonts = [
  '400Regular/Inter_400Regular.ttf',
  '500Medium/Inter_500Medium.ttf',
  '600SemiBold/Inter_600SemiBold.ttf',
];

const compiler = NodeCompiler.create({
  // Templates may read files inside the workspace: a folder below a regular file never exists, so there are none.
  workspace: `${fileURLToPath(import.meta.url)}/none`,
  fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(resolve(`@expo-google-fonts/inter/${font}`))) }],
});

const prelude = `#set document(title: sys.inputs.title)
#set text(lang: sys.inputs.locale, font: "Inter")
`;

process.on('message', (request: RenderRequest) => {
  process.send!(answer(request));
  // Forgets the layouts that the last two documents had no use for; without this they pile up for good.
  compiler.evictCache(2);
});

function answer({ source, data, title, locale, createdAt }: RenderRequest): RenderReply {
  try {
    const compiled = compiler.compile({ mainFileContent: prelude + source, inputs: { data, title, locale } });
    if (!compiled.result) return { failure: explain(compiled) };
    return { pdf: print(compiled.result, createdAt) };
  } catch (error) {
    return { failure: String(error) };
  }
}

function print(document: Parameters<NodeCompiler['pdf']>[0], creationTimestamp: number): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-3a', creationTimestamp });
  } catch {
    // PDF/A refuses characters that no font at hand can show; a box in their place beats no document.
    return compiler.pdf(document, { creationTimestamp });
  }
}

function explain(compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeError();
  const diagnostics: { message: string }[] = error ? compiler.fetchDiagnostics(error) : [];
  return diagnostics.map(({ message }) => message).join('; ');
}
