import type { Member } from '../../../../server/modules/organizations/contract.ts';
import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { PeopleFields } from '../shared/people/people-fields.tsx';
import { useFollowerText } from '../text/followers.ts';

/** Who else gets the replies of a ticket about to be opened. */
export function PeopleField(props: {
  followers: FieldBinding<string>;
  copied: FieldBinding<string>;
  most: number;
}) {
  const words = useFollowerText();
  const { api: base } = useOrganization();
  const me = usePerson();
  const { data: members } = useSideData<Page<Member>>(`${base}/members?limit=100`, 'organizations.');
  const others = (members?.items ?? []).filter(({ id }) => id !== me.id);
  return <PeopleFields {...props} others={others} label={words.colleagues} />;
}
