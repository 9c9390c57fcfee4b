export const url = '/api/console/gateway-fee-rules';

/** `midtrans` is written `Midtrans`. */
export const nameOf = (gateway: string) => gateway.charAt(0).toUpperCase() + gateway.slice(1);
