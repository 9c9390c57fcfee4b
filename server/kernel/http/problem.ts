import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, invalidInput, problem, tooMany } from '../values/errors.ts';
import type { FieldError, ProblemKind } from '../values/errors.ts';

const broken = {
  code: 'internal_error',
  status: 500,
  title: 'Something broke on our side. It has been recorded.',
} as const;
const tooLarge = problem('too_large', 413, 'What was sent is too large.');
export const wrongMediaType = problem('wrong_media_type', 415, 'Send JSON.');
const unavailable = problem(
  'unavailable',
  503,
  'The service cannot answer right now. Try again in a moment.',
);

/** Answers any error with an RFC 9457 problem document. Only surprises are logged as errors, and none of their text is shown. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = asProblem(error);
  if (known) return answerProblem(reply, request, known);
  if (isConnectionLoss(error)) {
    request.log.error({ error }, 'the database cannot be reached');
    return answerProblem(reply.header('Retry-After', '2'), request, new Problem(unavailable));
  }
  request.log.error({ err: error }, 'a request failed unexpectedly');
  return send(reply, request, broken, [], {});
}

/** The status that `answerError` would answer with; a surprise is logged here as well. */
export function statusOfError(error: unknown, request: FastifyRequest): number {
  const known = asProblem(error);
  if (known) return known.kind.status;
  request.log.error({ err: error }, 'what a page asks for could not be read');
  return isConnectionLoss(error) ? unavailable.status : broken.status;
}

export function answerProblem(reply: FastifyReply, request: FastifyRequest, found: Problem): FastifyReply {
  const seconds = found.facts.retryAfter;
  if (found.kind.status === 429 && seconds !== undefined) void reply.header('Retry-After', String(seconds));
  return send(
    reply,
    request,
    found.kind,
    found.fields,
    found.facts,
    found.message === found.kind.title ? undefined : found.message,
  );
}

function send(
  reply: FastifyReply,
  request: FastifyRequest,
  kind: Pick<ProblemKind, 'code' | 'title'> & { status: number },
  fields: readonly FieldError[],
  facts: Problem['facts'],
  detail?: string,
): FastifyReply {
  const { speaks } = request;
  if (speaks) {
    if (kind.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    const named = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
    const told = { status: kind.status, code: kind.code, detail: detail ?? (named || kind.title) };
    return reply
      .code(kind.status)
      .type(speaks.mediaType)
      .serializer((body: unknown) => JSON.stringify(body))
      .send(speaks.failure(told));
  }
  return reply
    .code(kind.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `/api/docs#problem-${kind.code}`,
      title: kind.title,
      status: kind.status,
      code: kind.code,
      ...(detail === undefined ? {} : { detail }),
      ...(fields.length > 0 ? { fields } : {}),
      ...(Object.keys(facts).length > 0 ? { facts } : {}),
      requestId: request.id,
    });
}

/** The expected failure that an error is, or null for a surprise. */
export function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const { validation, validationContext, statusCode, code } = error as FastifyError;
  if (validation) {
    const fields = validation.map((issue) => ({
      path: pathOf(validationContext, issue.instancePath),
      code: issue.keyword ?? 'invalid',
      message: issue.message ?? 'invalid',
    }));
    return new Problem(invalidInput, { fields });
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem(tooLarge);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem(wrongMediaType);
  if (statusCode === 429) return new Problem(tooMany);
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Problem(invalidInput, { detail: 'The request cannot be read.' });
  return fromDatabase(error);
}

/** As in JSON (`lines.0.quantity`); what is not in the body says where it is, and a body that is wrong as a whole is `body`. */
function pathOf(context: string | undefined, pointer: string): string {
  const inside = pointer.slice(1).replaceAll('/', '.');
  if (context === 'body') return inside || 'body';
  return inside ? `${context}.${inside}` : String(context);
}

/** Data the database itself refuses as text (a NUL byte, a number out of range) is bad input, not our failure. */
function fromDatabase(error: unknown): Problem | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === '22021' || code === '22P05' || code === '22003')
    return new Problem(invalidInput, { detail: 'A text or number in it cannot be kept or looked for.' });
  return null;
}

function isConnectionLoss(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    code === 'ENOENT' ||
    code === '57P01' ||
    code === '57P03' ||
    code === '53300' ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message ?? '')
  );
}
