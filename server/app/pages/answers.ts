import type { FastifyRequest } from 'fastify';
import { portalData } from '../../../web/portal/pages.ts';
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

/** What the page asks for first, read through the API's own routes with the visitor's own session. */
export async function firstAnswers(
  clientarea: Clientarea,
  match: PageMatch | null,
  session: Session | null,
  url: URL,
  request: FastifyRequest,
): Promise<Answers> {
  const organization = session?.organizations.find(({ slug }) => slug === match?.params.slug);
  const locale = readingLocale(url.searchParams, localeOf(request, url, session));
  const known = { ...match?.params, locale };
  const fill = (templates: readonly string[]) =>
    dataUrls(templates, known, url.searchParams, organization?.id);
  const own = fill(match?.entry.data ?? []);
  const inFrame = match?.params.slug && !match.entry.frame;
  const urls = [...new Set([...own, ...fill(inFrame ? portalData : [])])];
  const answers = await Promise.all(urls.map((address) => ask(clientarea, request, { url: address })));
  const good = urls.flatMap((address, index) => {
    const answer = answers[index]!;
    return answer.statusCode === 200 ? [[address, answer.json<unknown>()]] : [];
  });
  return {
    data: Object.fromEntries(good),
    status: Math.max(200, ...answers.slice(0, own.length).map((answer) => answer.statusCode)),
  };
}

/** Asks our own API in this process, as the visitor: with their cookies and from their address, so that limits count. */
export function ask(
  { http }: Clientarea,
  request: FastifyRequest,
  question: { url: string; method?: 'POST'; body?: object },
) {
  return http.inject({
    url: question.url,
    method: question.method ?? 'GET',
    ...(question.body ? { payload: question.body } : {}),
    headers: {
      cookie: request.headers.cookie ?? '',
      'user-agent': request.headers['user-agent'] ?? '',
    },
    remoteAddress: request.ip,
  });
}
