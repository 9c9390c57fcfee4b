export interface DemoArticle {
  slug: string;
  daysAgo: number;
  visibility?: 'clients';
  tags: string[];
  id: { title: string; body: string };
  en: { title: string; body: string };
}
