/** Structured logging: facts as fields, a constant sentence as message. Never secrets or personal data. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
