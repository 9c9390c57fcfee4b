/** Whose pause a part of a page is about. */
export interface PauseProps {
  /** Of the service. */
  url: string;
  name: string;
  serviceId: string;
  /** In the words of those who are on it themselves, who choose when it begins. */
  desk?: boolean;
}
