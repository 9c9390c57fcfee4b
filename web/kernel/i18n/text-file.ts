/**
 * Where the words of a name stand in `web/`: `kernel`, `portal`, `console`, a module, or some words of a module on their own:
 * `support/desk` is `modules/support/text/desk-<locale>.ts`.
 */
export function textFile(name: string, locale: string): string {
  if (name === 'kernel' || name === 'portal' || name === 'console') return `${name}/text/${locale}.ts`;
  const [module, some] = name.split('/');
  return `modules/${module}/text/${some ? `${some}-` : ''}${locale}.ts`;
}
