import ts from 'typescript';

/** What a file says to the log of the process: the sentence after the fields; `null` where it is not written there. */
export function logMessages(file: string, text: string): { line: number; message: string | null }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: { line: number; message: string | null }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      /\blog(ger)?\??\.(info|warn|error)$/.test(node.expression.getText(source))
    ) {
      const last = node.arguments.at(-1);
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ line, message: last && ts.isStringLiteralLike(last) ? last.text : null });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
