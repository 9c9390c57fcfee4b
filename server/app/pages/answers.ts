import type { FastifyRequest } from 'fastify';
import { dataUrls, readingLocale } from '../../../web/kernel/pages/match.ts';
import type { PageMatch } from '../../../web/kernel/pages/match.ts';
import type { Session } from '../../kernel/auth/actor.ts';
import type { Clientarea } from '../compose.ts';
import { localeOf } from './visitor.ts';

export interface Answers {
  /** API url → its JSON, of those that succeeded. */
  data: Record<string, unknown>;
  /** The worst status of what the page itself asks for; 200 when that is nothing. */
  status: number;
}

/**
 * What the page asks for first, read through the API's own routes with the visitor's own session; `beside` are templates of what it
 * stands without.
 */
export async function firstAnswers(
  clientarea: Clientarea,
  match: PageMatch | null,
  session: Session | null,
  url: URL,
  request: FastifyRequest,
  beside: readonly string[],
): Promise<Answers> {
  const organization = session?.organizations.find(({ slug }) => slug === match?.params.slug);
  const locale = readingLocale(url.searchParams, localeOf(request, url, session));
  const known = { ...match?.params, locale };
  const fill = (templates: readonly string[]) =>
    dataUrls(templates, known, url.searchParams, organization?.id);
  const own = fill(match?.entry.data ?? []);
  const urls = [...new Set([...own, ...fill(beside)])];
  const answers = await Promise.all(urls.map((address) => clientarea.http.ask(request, address)));
  const good = urls.flatMap((address, index) => {
    const answer = answers[index]!;
    return answer.status === 200 ? [[address, JSON.parse(answer.text) as unknown]] : [];
  });
  return {
    data: Object.fromEntries(good),
    status: Math.max(200, ...answers.slice(0, own.length).map((answer) => answer.status)),
  };
}

/**
 * Sends what a form brought to our own API in this process, as the visitor: with their cookies and from their address, and where it has
 * a key, to be taken once.
 */
export function post(
  { http }: Clientarea,
  request: FastifyRequest,
  url: string,
  body: object,
  key: string | null = null,
  method: 'POST' | 'DELETE' = 'POST',
) {
  return http.inject({
    url,
    method,
    ...(method === 'POST' ? { payload: body } : {}),
    headers: {
      cookie: request.headers.cookie ?? '',
      'user-agent': request.headers['user-agent'] ?? '',
      ...(key ? { 'idempotency-key': key } : {}),
    },
    remoteAddress: request.ip,
  });
}
