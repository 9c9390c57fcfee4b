import type { Sso } from '../../../../server/modules/sso/contract.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { useText } from '../text/index.ts';

/** What has to be entered at the provider, by the kind that is chosen; it is known before anything is saved. */
export function Ours({ ours, kind }: { ours: Sso['ours']; kind: 'oidc' | 'saml' }) {
  const words = useText();
  const { redirectUri, logoutUri, metadataUri } = ours;
  const entered =
    kind === 'saml'
      ? [
          { label: words.metadataUri, value: metadataUri },
          { label: words.replyUri, value: redirectUri },
        ]
      : [
          { label: words.redirectUri, value: redirectUri },
          { label: words.logoutUri, value: logoutUri },
        ];
  return (
    <section aria-labelledby="ours">
      <h3 id="ours" className="text-body font-medium">
        {words.ours}
      </h3>
      <p className="mb-2 text-13 text-muted">{words.oursHint}</p>
      <ul className="flex flex-col gap-2">
        {entered.map(({ label, value }) => (
          <li key={label} className="flex items-center justify-between gap-2 rounded bg-sunken ps-3">
            <div className="min-w-0 py-2">
              <p className="text-12 text-muted">{label}</p>
              <p className="font-mono text-13 break-all">{value}</p>
            </div>
            <CopyButton value={value} what={label} />
          </li>
        ))}
      </ul>
    </section>
  );
}
