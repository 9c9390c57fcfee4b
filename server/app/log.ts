import { pino, stdTimeFunctions } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { describeError } from '../kernel/log.ts';

/** The log of this process, one JSON object a line, its time in UTC. Requests are told by their id; addresses, bodies and headers stay out. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const serializers = {
    err: describeError,
    error: describeError,
    req: () => undefined,
    res: () => undefined,
  };
  const options: LoggerOptions = {
    level,
    serializers,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
  return to ? pino(options, to) : pino(options);
}
