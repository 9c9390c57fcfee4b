export const levelKeys = ['0', '1', '2', '3'] as const;
