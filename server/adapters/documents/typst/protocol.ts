/** What the server sends to a worker, one at a time. `data` is JSON; `createdAt` is in seconds since 1970. */
export interface RenderRequest {
  source: string;
  data: string;
  title: string;
  locale: string;
  createdAt: number;
}

export type RenderReply = { pdf: Uint8Array } | { failure: string };
