// breaks: no-dead-files
export const forgotten = true;
