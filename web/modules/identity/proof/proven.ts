/** By which a window tells those beside it that the provider has shown who is there. */
export const proven = 'proven';
