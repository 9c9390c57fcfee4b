/** Longer ones are not words: encoded data, keys, lines of dashes. */
const longestWord = 40;

/** Words that say how one asks and not what about. PostgreSQL knows the English ones; it has no Indonesian list. */
const empty = new Set(
  (
    'ada adalah agar akan aku anda apa apakah atau bagaimana bagi bahwa banyak begini begitu belum berapa bila bisa boleh bu buat ' +
    'cara cuma dalam dan dapat dari dengan di dong dulu gimana guna hai halo hanya harap harus ini itu jadi jangan jika juga ' +
    'kalau kami kan kapan karena ke kemarin kenapa kepada ketika kita lagi lain lalu maka mana masih mau melalui mengapa min ' +
    'minta mohon nya oleh pada padahal pak para pernah perlu saat saja sampai sangat saya sebagai sebelum sedang segera sejak ' +
    'seperti serta sesudah setelah siapa silakan sini situ sudah supaya tanpa tapi telah tentang terima tetapi tiap tidak tolong ' +
    'untuk ya yaitu yang ' +
    'a about after all also am an and any are as at be because been before but by can cannot could did do does for from get ' +
    'had has have hello hi how i if in is it its just me my need no not of on or our please should so some than thank thanks ' +
    'that the their them then there they this to us want was we were what when where which who why will with would you your'
  ).split(' '),
);

/** The words of a text in the order they come, in lower case. */
export function wordsOf(text: string): string[] {
  const found =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.filter((word) => word.length <= longestWord);
}

/**
 * What a question is about: its first `most` words that say something, each once, letters and digits only, so that they are safe
 * inside a tsquery. A question made of empty words alone is taken as it is.
 */
export function askedWords(text: string, most: number): string[] {
  const all = [...new Set(wordsOf(text))];
  const telling = all.filter((word) => !empty.has(word) && word.length > 1);
  return (telling.length > 0 ? telling : all).slice(0, most);
}

/** How many of a question's words an article must have. */
export function leastOf(words: number): number {
  return Math.ceil(words * 0.6);
}

/**
 * A question as it is counted when nothing was found: its words, without what could tell who asked (addresses of mail, long numbers).
 * Null when nothing is left.
 */
export function countedQuestion(text: string): string | null {
  const words = wordsOf(text.replace(/\S+@\S+/g, ' ')).filter((word) => !/\d{5,}/.test(word));
  const question = words.slice(0, 12).join(' ').slice(0, 100).trim();
  return question.length < 3 ? null : question;
}
