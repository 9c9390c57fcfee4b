import { describe, expect, it } from 'vitest';
import { chunkFiles, pageKeys } from './chunks.ts';
import { dataUrls, matchPage, withQuery } from './match.ts';
import { collectPages } from './pages.ts';

const entries = collectPages({
  support: {
    '/o/:slug/tickets/:ticketId': { page: 'ticket-page', shape: 'conversation' },
    '/o/:slug/tickets/new': { page: 'new-ticket-page', shape: 'form' },
    '/o/:slug/tickets': { page: 'tickets-page', shape: 'list' },
  },
});

describe('matchPage', () => {
  it('prefers a fixed segment over a parameter', () => {
    expect(matchPage(entries, '/o/acme/tickets/new')?.entry.page).toBe('new-ticket-page');
    expect(matchPage(entries, '/o/acme/tickets/42')?.params).toEqual({ slug: 'acme', ticketId: '42' });
  });

  it('decodes parameters and ignores a slash at the end', () => {
    expect(matchPage(entries, '/o/caf%C3%A9/tickets/')?.params).toEqual({ slug: 'café' });
  });

  it('knows nothing of other addresses', () => {
    expect(matchPage(entries, '/o/acme')).toBeNull();
    expect(matchPage(entries, '/o/acme/tickets/42/replies')).toBeNull();
  });

  it('takes a broken escape for an unknown address', () => {
    expect(matchPage(entries, '/o/%E0%A4%A/tickets')).toBeNull();
  });
});

describe('collectPages', () => {
  it('refuses two pages at one address', () => {
    const pages = { '/a': { page: 'a-page', shape: 'list' } } as const;
    expect(() => collectPages({ one: pages, two: pages })).toThrow('two pages claim /a');
  });
});

describe('dataUrls', () => {
  const fill = (templates: string[], search = '') =>
    dataUrls(templates, { slug: 'acme', invoiceId: 'a/b' }, new URLSearchParams(search), 'org-1');

  it('fills parameters and the organization, escaped', () => {
    expect(fill(['/api/organizations/:organizationId/invoices/:invoiceId'])).toEqual([
      '/api/organizations/org-1/invoices/a%2Fb',
    ]);
  });

  it('copies the named query parameters in the order of the template', () => {
    expect(fill(['/api/x{?status,q}'], 'q=a b&page=2&status=due')).toEqual(['/api/x?status=due&q=a+b']);
    expect(fill(['/api/x{?status,q}'])).toEqual(['/api/x']);
  });

  it('leaves out what it cannot fill', () => {
    expect(dataUrls(['/api/organizations/:organizationId'], {}, new URLSearchParams(), undefined)).toEqual(
      [],
    );
  });

  it('gives the same url as the page asks for', () => {
    expect(fill(['/api/x{?status,q}'], 'q=50%25&status=due')).toEqual([
      withQuery('/api/x', { status: 'due', q: '50%' }),
    ]);
  });
});

describe('chunkFiles', () => {
  it('names a page, its words and what they import, once each', () => {
    const manifest = {
      'modules/support/portal/ticket-page.tsx': { file: 'ticket.js', imports: ['_parts.js'] },
      '_parts.js': { file: 'parts.js', imports: ['_base.js'] },
      '_base.js': { file: 'base.js' },
      'kernel/text/id.ts': { file: 'kernel-id.js', imports: ['_base.js'] },
    };
    const entry = matchPage(entries, '/o/acme/tickets/42')!.entry;
    const files = chunkFiles(manifest, pageKeys('portal', entry, 'id'));
    expect(files.toSorted()).toEqual(['base.js', 'kernel-id.js', 'parts.js', 'ticket.js']);
  });
});
