import ts from 'typescript';

/** Something in the product's code that opens a door to an attacker, and the line it stands in. */
export interface Danger {
  line: number;
  what: string;
}

/** Who may run programs. None takes a word of what people send: names are fixed, and arguments are lists. */
const runsPrograms = [
  'server/adapters/documents/typst/pool.ts',
  'server/app/postgres/account.ts',
  'server/app/postgres/lock.ts',
  'server/app/postgres/postmaster.ts',
];
/** The ways out of the server besides the database's driver and the mail library. */
const connects = ['server/kernel/outgoing/fetch.ts', 'server/adapters/scanners/clamd/clamd.ts'];
/** Where a pattern is made of a number of our own. */
const makesPatterns = ['web/kernel/format/money.ts'];
/** Where chance only spreads reconnecting in time. */
const rollsDice = ['web/kernel/live/live.ts'];

/** What docs/security/cryptography.md lists. */
export const cryptography = [
  'createHash',
  'createHmac',
  'randomBytes',
  'randomInt',
  'randomUUID',
  'timingSafeEqual',
  'X509Certificate',
];
export const ciphers = ['createCipheriv', 'createDecipheriv'];
const sealing = 'server/kernel/crypto.ts';
export const hashes = ['sha256', 'sha384', 'sha512'];
const listening = ['createServer', 'isIP', 'isIPv4', 'isIPv6', 'BlockList', 'STATUS_CODES'];

/** Reads one file of the product as a program. `file` is its path from the root, as the lists above name it. */
export function findDangers(file: string, text: string): Danger[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kindOf(file));
  const found: Danger[] = [];
  const patterns = regularExpressionsOf(source);
  const report = (node: ts.Node, what: string) =>
    void found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, what });

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) imported(node);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) called(node);
    else if (ts.isPropertyAssignment(node)) assigned(node);
    else if (ts.isStringLiteralLike(node) && node.text === 'NODE_TLS_REJECT_UNAUTHORIZED')
      report(node, 'certificates are always checked');
    ts.forEachChild(node, visit);
  }

  function imported(node: ts.ImportDeclaration): void {
    const from = (node.moduleSpecifier as ts.StringLiteral).text.replace(/^node:/, '');
    const clause = node.importClause;
    if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
    const bindings = clause.namedBindings;
    const names =
      bindings && ts.isNamedImports(bindings)
        ? bindings.elements
            .filter(({ isTypeOnly }) => !isTypeOnly)
            .map(({ name, propertyName }) => (propertyName ?? name).text)
        : ['*'];
    for (const name of names) {
      const what = wrongImport(file, from, name);
      if (what) report(node, what);
    }
  }

  function called(node: ts.CallExpression | ts.NewExpression): void {
    const callee = node.expression;
    const name = ts.isIdentifier(callee) ? callee.text : '';
    const [first] = node.arguments ?? [];
    if (name === 'eval' || name === 'Function') report(node, 'no code is made of text');
    if (/^set(Timeout|Interval)$/.test(name) && first && ts.isStringLiteralLike(first))
      report(node, 'no code is made of text');
    if (name === 'fetch' && file.startsWith('server/')) report(node, 'the way out is ctx.ports.outgoing');
    if (callee.getText(source) === 'Math.random' && !rollsDice.includes(file))
      report(node, 'chance comes from node:crypto');
    if (/^(createHash|createHmac)$/.test(name) && !(first && literal(first, hashes)))
      report(node, `a hash is one of ${hashes.join(', ')}, named where it is made`);
    if (name === 'RegExp' && !(first && isFixed(first)) && !makesPatterns.includes(file))
      report(node, 'no pattern is made of text');
    if (ts.isPropertyAccessExpression(callee) && /^(match|matchAll)$/.test(callee.name.text))
      if (first && !isPattern(first) && !/caches?$/.test(callee.expression.getText(source)))
        report(node, 'no pattern is made of text');
  }

  /** A pattern made here is looked at where it is made. */
  function isPattern(node: ts.Node): boolean {
    return (
      ts.isRegularExpressionLiteral(node) || ts.isNewExpression(node) || patterns.has(node.getText(source))
    );
  }

  function assigned({ name, initializer }: ts.PropertyAssignment): void {
    const key = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
    const yes = initializer.kind === ts.SyntaxKind.TrueKeyword;
    if ((key === 'rejectUnauthorized' && !yes) || key === 'checkServerIdentity')
      report(name, 'certificates are always checked');
    if (key === 'shell' && runsPrograms.includes(file)) report(name, 'no shell is asked');
  }

  visit(source);
  return found;
}

function wrongImport(file: string, from: string, name: string): string | null {
  if (from === 'vm') return 'no code is made of text';
  if (from === 'child_process') {
    if (/^exec(Sync)?$|^\*$/.test(name)) return 'no shell is asked';
    return runsPrograms.includes(file) ? null : 'few files run programs; see scripts/check/dangers.ts';
  }
  if (from === 'crypto') {
    if (ciphers.includes(name) && file === sealing) return null;
    return cryptography.includes(name)
      ? null
      : `${name} of node:crypto is not among what docs/security/cryptography.md lists`;
  }
  if (file.startsWith('server/') && /^(undici|https?|http2|net|tls|dgram)$/.test(from))
    return listening.includes(name) || connects.includes(file) ? null : 'the way out is ctx.ports.outgoing';
  return null;
}

function kindOf(file: string): ts.ScriptKind {
  return file.endsWith('x') ? ts.ScriptKind.TSX : file.endsWith('ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS;
}

function literal(node: ts.Node, among: readonly string[]): boolean {
  return ts.isStringLiteralLike(node) && among.includes(node.text);
}

function isFixed(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node);
}

/** Names that stand for a pattern written in this file. */
function regularExpressionsOf(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isRegularExpressionLiteral(node.initializer))
      names.add(node.name.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}
