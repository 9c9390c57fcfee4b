import { Avatar } from '../../ui/avatar.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { MenuItem } from '../../ui/menu-item.ts';
import { Menu } from '../../ui/menu.tsx';
import { useAct } from '../query/use-act.ts';
import { api } from '../api/client.ts';
import { locale, switchLocale } from '../i18n/locale.ts';
import { useKernelText } from '../text/index.ts';
import { applyTheme, theme } from '../theme.ts';
import { type Locale, session, type Theme, updatePerson } from './session.ts';
import { signOut } from './sign-out.ts';

const themeIcons: Record<Theme, IconName> = { system: 'screen', light: 'sun', dark: 'moon' };

/** Keeps a preference for every device; on this one it has already changed. */
function useKeep() {
  return useAct(
    async (change: { theme: Theme } | { locale: Locale }) => {
      const { version } = await api.get<{ version: number }>('/api/me');
      await api.patch('/api/me', change, version);
      updatePerson(change);
    },
    { refresh: ['/api/me'] },
  );
}

/** Who is signed in, their places, appearance and language, and the way out. */
export function AccountMenu({
  label,
  places,
  signOutLabel,
}: {
  label: string;
  places: MenuItem[];
  signOutLabel: string;
}) {
  const text = useKernelText();
  const keep = useKeep();
  const currentTheme = theme.use();
  const currentLocale = locale.use();
  const person = session.use()?.person;
  if (!person) return null;

  const themes = (['system', 'light', 'dark'] as const).map((one): MenuItem => ({
    label: text.theme[one],
    icon: themeIcons[one],
    current: one === currentTheme,
    run: () => {
      applyTheme(one);
      void keep.run({ theme: one });
    },
  }));
  const languages = (['id', 'en'] as const).map((one): MenuItem => ({
    label: text.languages[one],
    icon: 'globe',
    current: one === currentLocale,
    run: () => {
      void switchLocale(one);
      void keep.run({ locale: one });
    },
  }));
  return (
    <Menu
      label={label}
      groups={[
        places,
        themes,
        languages,
        [{ label: signOutLabel, icon: 'leave', run: () => void signOut() }],
      ]}
      className="grid size-11 shrink-0 place-items-center rounded-full sm:size-9"
      header={
        <div className="border-b border-line px-3 py-2">
          <p className="truncate text-body font-medium">{person.name}</p>
          <p className="truncate text-13 text-muted">{person.email}</p>
        </div>
      }
    >
      <Avatar name={person.name} />
    </Menu>
  );
}
