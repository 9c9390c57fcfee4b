/** House rules that the linter has no rule for. */
const clock = {
  create: (context) => {
    const report = (node) => {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'Date' && node.arguments.length === 0) {
        context.report({
          node,
          message:
            'Time is passed in: take `now` from the tx, or `ctx.clock.now()` at the edge, so that tests can move it.',
        });
      }
    };
    return { NewExpression: report, CallExpression: report };
  },
};

const noBarrel = {
  create: (context) => {
    if (/[/\\]index[.]ts$/.test(context.filename)) return {};
    const report = (node) => {
      if (node.source)
        context.report({
          node,
          message: 'Import it from where it is written; only an index.ts passes names on.',
        });
    };
    return { ExportNamedDeclaration: report, ExportAllDeclaration: report };
  },
};

export default { meta: { name: 'house' }, rules: { clock, 'no-barrel': noBarrel } };
