/** Messages of a ticket, oldest first, and where earlier ones begin. */
export interface Conversation<Message> {
  items: Message[];
  earlier: string | null;
}
