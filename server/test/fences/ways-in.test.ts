import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productFiles, root } from '../../../scripts/check/product-files.ts';

// Every way in ends in `completeSignIn`, which asks for the second step. A way that joins this list does so on purpose, and says in
// decision 18 or its like what it shows.

const files = productFiles().filter((file) => file.startsWith('server/') && existsSync(join(root, file)));
const calling = (what: RegExp) => files.filter((file) => what.test(readFileSync(join(root, file), 'utf8')));

test('sessions are opened and renewed here, and nowhere else', () => {
  expect({
    opened: calling(/\bstartSession\(tx,/),
    completed: calling(/\bcompleteSignIn\(tx,/),
    renewed: calling(/\b(renewSession|provenAgain)\(tx,/),
  }).toMatchInlineSnapshot(`
    {
      "completed": [
        "server/modules/identity/commands/choose-password.ts",
        "server/modules/identity/commands/set-up.ts",
        "server/modules/identity/commands/sign-in-with-passkey.ts",
        "server/modules/identity/commands/sign-in.ts",
        "server/modules/identity/commands/take-second-step.ts",
        "server/modules/sso/commands/finish-sign-in.ts",
      ],
      "opened": [
        "server/app/demo/story.ts",
        "server/modules/identity/commands/complete-sign-in.ts",
      ],
      "renewed": [
        "server/modules/identity/commands/add-passkey.ts",
        "server/modules/identity/commands/change-password.ts",
        "server/modules/identity/commands/manage-phone.ts",
        "server/modules/identity/commands/prove-again.ts",
        "server/modules/identity/factor-routes.ts",
        "server/modules/sso/commands/prove-again.ts",
      ],
    }
  `);
});
