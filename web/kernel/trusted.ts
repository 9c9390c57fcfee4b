// The content security policy lets no text become markup or script (`require-trusted-types-for 'script'`) but what comes from here.

interface Rules {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}
interface Browser {
  /** Missing in browsers that do not know trusted types, and on the server. */
  trustedTypes?: { createPolicy(name: string, rules: Rules): Rules };
}

const worker = '/sw.js';

const rules: Rules = {
  // Markup of our own server: made from Markdown with an allow-list, or a mail of ours within a frame that may do nothing.
  createHTML: (html) => html,
  createScriptURL(url) {
    if (url !== worker) throw new TypeError(`not a script of ours: ${url}`);
    return url;
  },
};

const policy = (globalThis as Browser).trustedTypes?.createPolicy('clientarea', rules) ?? rules;

/** Markup that the server has made safe, as browsers accept it. */
export const trustedHtml = (html: string): string => policy.createHTML(html);

/** The address of the service worker, as browsers accept it. */
export const workerUrl = (): string => policy.createScriptURL(worker);
