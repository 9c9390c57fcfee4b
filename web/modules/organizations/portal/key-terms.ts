/** Days for which a key can be valid. */
export const keyTerms = ['7', '30', '90', '180', '365'] as const;
