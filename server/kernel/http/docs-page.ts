/** As much of an OpenAPI document as the page shows. */
interface Document {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}
interface Operation {
  summary?: string;
  description?: string;
  operationId: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema: Schema }> }>;
}
interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
}

/** The reference as one page of plain HTML: readable without script, foldable, printable. */
export function docsPage(document: Document, nonce: string): string {
  const byTag = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? 'other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), operationHtml(method, path, operation)]);
    }
  }
  const tags = [...byTag.keys()].sort();
  const schemas = Object.entries(document.components?.schemas ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(document.info.title)} API</title><style nonce="${nonce}">${style}</style></head><body>
<header><h1>${escape(document.info.title)} API <small>${escape(document.info.version)}</small></h1>
<p>${escape(document.info.description ?? '')} For machines: <a href="/api/openapi.json">openapi.json</a>.</p></header>
<nav aria-label="Sections">${tags.map((tag) => `<a href="#${tag}">${escape(tag)}</a>`).join(' ')} <a href="#schemas">schemas</a></nav>
<main>${tags.map((tag) => `<section><h2 id="${tag}">${escape(tag)}</h2>${byTag.get(tag)!.join('')}</section>`).join('')}
<section><h2 id="schemas">schemas</h2>${schemas.map(([name, schema]) => `<details id="schema-${escape(name)}"><summary><code>${escape(name)}</code></summary>${fields(schema)}</details>`).join('')}</section>
</main></body></html>`;
}

function operationHtml(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? [])
    .map(
      ({ name, in: where, required, schema }) =>
        `<tr><td><code>${escape(name)}</code></td><td>${where}${required ? ', required' : ''}</td><td>${typeOf(schema)}</td></tr>`,
    )
    .join('');
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const responses = Object.entries(operation.responses)
    .map(([status, response]) => {
      const schema = Object.values(response.content ?? {})[0]?.schema;
      const text = (response.description ?? '')
        .split('\n\n')
        .map((one) =>
          escape(one).replace(
            /`([^`]+)`/g,
            (_all, code: string) => `<code id="problem-${code}">${code}</code>`,
          ),
        )
        .join('<br>');
      return `<tr><td>${status}</td><td>${text}${schema && status < '300' ? typeOf(schema) + fields(schema) : ''}</td></tr>`;
    })
    .join('');
  return `<details id="${escape(operation.operationId)}"><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escape(path)}</code> <span>${escape(operation.summary ?? '')}</span></summary>
<p>${escape(operation.description ?? '').replace(/`([^`]+)`/g, '<code>$1</code>')}</p>
${parameters ? `<table><caption>Parameters</caption>${parameters}</table>` : ''}${body ? `<h3>Body</h3>${typeOf(body)}${fields(body)}` : ''}
<table><caption>Answers</caption>${responses}</table></details>`;
}

function fields(schema: Schema): string {
  const rows = Object.entries(schema.properties ?? {})
    .map(
      ([name, field]) =>
        `<tr><td><code>${escape(name)}</code>${schema.required?.includes(name) ? '' : ' <small>optional</small>'}</td><td>${typeOf(field)}${field.description ? `<br><small>${escape(field.description)}</small>` : ''}${field.properties ? fields(field) : ''}${field.items?.properties ? fields(field.items) : ''}</td></tr>`,
    )
    .join('');
  return rows ? `<table>${rows}</table>` : '';
}

function typeOf(schema: Schema): string {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
  }
  if (schema.const !== undefined) return `<code>${escape(JSON.stringify(schema.const))}</code>`;
  if (schema.enum)
    return schema.enum.map((value) => `<code>${escape(JSON.stringify(value))}</code>`).join(' · ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything');
  return escape(schema.format ? `${type} (${schema.format})` : type);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
:root{color-scheme:light dark;font:16px/1.55 Inter,system-ui,sans-serif;--line:light-dark(#e5e7eb,#2b2f36);--soft:light-dark(#f6f7f8,#17191d)}
body{margin:0 auto;max-width:62rem;padding:1.5rem 1rem 6rem;background:light-dark(#fff,#0f1115);color:light-dark(#1f2937,#e5e7eb)}
nav{position:sticky;top:0;background:inherit;padding:.5rem 0;display:flex;flex-wrap:wrap;gap:.25rem .75rem;border-bottom:1px solid var(--line)}
a{color:light-dark(#0f766e,#5eead4)}h2{margin-top:2.5rem;text-transform:capitalize}small{opacity:.7}
details{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:0 .75rem}summary{padding:.65rem 0;cursor:pointer;overflow-wrap:anywhere}
summary span{opacity:.75}b{display:inline-block;min-width:3.6rem;font-size:.8rem;letter-spacing:.03em}
b.get{color:light-dark(#0369a1,#7dd3fc)}b.post,b.put,b.patch{color:light-dark(#15803d,#86efac)}b.delete{color:light-dark(#b91c1c,#fca5a5)}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.9rem}caption{text-align:left;font-weight:600;padding:.25rem 0}
td{border-top:1px solid var(--line);padding:.4rem .5rem .4rem 0;vertical-align:top;overflow-wrap:anywhere}
code{font:.88em ui-monospace,monospace;background:var(--soft);padding:.1em .3em;border-radius:4px}`;
