export interface Gateway {
  name: string;
}
