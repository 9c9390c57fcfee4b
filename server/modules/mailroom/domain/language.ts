const english = /\b(the|is|and|you|please|my|not|have|with|for|thanks|hello|hi|can|it)\b/gi;
const indonesian =
  /\b(yang|dan|saya|tidak|bisa|mohon|dengan|untuk|sudah|ini|itu|kami|terima|halo|tolong|belum)\b/gi;

/** In which of our languages to answer a stranger: English only where the words speak for it. */
export function languageOf(text: string): 'id' | 'en' {
  const beginning = text.slice(0, 5000);
  const inEnglish = [...beginning.matchAll(english)].length;
  return inEnglish > [...beginning.matchAll(indonesian)].length ? 'en' : 'id';
}
