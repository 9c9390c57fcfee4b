import type { MemberRole } from '../../kernel/auth/roles.ts';
import { defineMessage } from '../../kernel/messages.ts';

const roleNames: Record<'id' | 'en', Record<MemberRole, string>> = {
  id: { owner: 'pemilik', finance: 'pengelola keuangan', technical: 'pengelola teknis', member: 'anggota' },
  en: { owner: 'owner', finance: 'finance administrator', technical: 'technical manager', member: 'member' },
};

export const invitation = defineMessage<{
  token: string;
  organization: string;
  invitedBy: string;
  role: MemberRole;
  days: number;
}>({
  name: 'organizations.invitation',
  topic: 'security',
  required: true,
  inApp: false,
  text: {
    id: ({ token, organization, invitedBy, role, days }, { brandName }) => ({
      subject: `${invitedBy} mengundang Anda ke ${organization}`,
      paragraphs: [
        `Halo,`,
        `${invitedBy} mengajak Anda bergabung dengan ${organization} di ${brandName} sebagai ${roleNames.id[role]}.`,
        `Undangan ini khusus untuk alamat email Anda, berlaku ${days} hari dan hanya sekali.`,
      ],
      act: { label: 'Terima undangan', path: `/invitations#token=${token}` },
    }),
    en: ({ token, organization, invitedBy, role, days }, { brandName }) => ({
      subject: `${invitedBy} invites you to ${organization}`,
      paragraphs: [
        `Hello,`,
        `${invitedBy} asks you to join ${organization} at ${brandName} as ${roleNames.en[role]}.`,
        `The invitation is for your address only and works once, for ${days} days.`,
      ],
      act: { label: 'Accept the invitation', path: `/invitations#token=${token}` },
    }),
  },
});
