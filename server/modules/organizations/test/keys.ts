import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { TestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';

/** Makes keys, and sends requests with them. */
export function keysOf(app: TestApp) {
  let count = 0;
  return {
    async makeIn(
      organization: TestOrganization,
      over: object = {},
      by: TestClient = organization.owner,
    ): Promise<string> {
      const permissions = ['services.service.read', 'services.service.change'];
      const wanted = { name: `Key ${++count}`, permissions, ...over };
      const made = await by.post<{ token: string }>(organization.at('/keys'), wanted);
      expect(made).toMatchObject({ status: 201 });
      return made.body.token;
    },
    async send(
      token: string | null,
      url: string,
      over: { method?: string; headers?: object; from?: string } = {},
    ) {
      const answer = await app.app.http.inject({
        method: (over.method ?? 'GET') as 'GET',
        url,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          'idempotency-key': randomUUID(),
          ...over.headers,
        },
        ...(over.from ? { remoteAddress: over.from } : {}),
      });
      const json = answer.body.startsWith('{');
      return {
        status: answer.statusCode,
        code: json ? answer.json().code : undefined,
        headers: answer.headers,
      };
    },
  };
}
