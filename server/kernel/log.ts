/** Structured logging: facts as fields, a constant sentence as message. Never secrets or personal data. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * An error as the log keeps it: where it arose and what the database calls it, without the values that it quotes (`detail`, `where` and
 * the end of some messages), which are people's data.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, constraint, table, routine, severity } = error as Error & Record<string, string | undefined>;
  const message = severity === undefined ? error.message : error.message.replace(/: ".*$/s, ': …');
  return {
    type: error.name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    ...(routine === undefined ? {} : { routine }),
    stack: error.stack?.replace(error.message, message),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
