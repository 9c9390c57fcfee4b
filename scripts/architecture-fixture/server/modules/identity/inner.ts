export const inner = true;
