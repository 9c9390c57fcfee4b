import type { Id } from '../../kernel/values/ids.ts';
import type { Story } from './story.ts';

/** What clients answer when they are asked how the help was; who is not named here answers nothing. */
const answers: Record<string, { score: number; comment?: string }> = {
  'Tagihan bulan lalu tercatat dua kali di pembukuan kami': {
    score: 5,
    comment: 'Dijawab hari itu juga, lengkap dengan nomor tagihannya.',
  },
  'Minta laporan jam retainer bulan lalu': {
    score: 2,
    comment: 'Laporannya sudah ada, tetapi kami menunggu terlalu lama.',
  },
  'Email kantor tidak bisa mengirim': { score: 5 },
  'Perpanjangan domain lupa dibayar': { score: 4, comment: 'Cepat dan ramah.' },
};

interface Cast {
  owner: Id<'person'>;
}

/** Answers by the notice, as somebody signed in does. */
export async function tellRatings(story: Story, cast: readonly Cast[]): Promise<void> {
  const asked = await story.ctx.read((db) =>
    db
      .selectFrom('feedback.ratings as r')
      .innerJoin('support.tickets as t', 't.id', 'r.ticket_id')
      .select(['r.id', 'r.person_id', 't.subject'])
      .where('r.state', '=', 'asked')
      .execute(),
  );
  for (const { id, person_id: person, subject } of asked) {
    const answer = answers[subject];
    const member = cast.find(({ owner }) => owner === person);
    if (answer && member)
      await (await story.as(member.owner)).post('/api/ratings/answer', { rating: id, ...answer });
  }
}
