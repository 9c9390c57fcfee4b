import { type Path, paths } from '../../../kernel/paths.ts';

/** No page: where the forms of a mailed link go without script. */
export const formOf = (act: 'confirm' | 'decline' | 'reply' | 'renew') =>
  `${paths.contactMessage()}/${act}` as Path;
