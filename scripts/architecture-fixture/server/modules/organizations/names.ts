export interface Organization {
  name: string;
}
