/**
 * Units of quantity: the code of UN/ECE Recommendation 20 and that of Coretax. What Coretax has no unit for is 'lainnya' (other).
 * 'C62' is one piece, 'E48' one service.
 */
export const units = {
  C62: 'UM.0018',
  E48: 'UM.0030',
  SET: 'UM.0019',
  HUR: 'UM.0027',
  MIN: 'UM.0028',
  DAY: 'UM.0026',
  WEE: 'UM.0025',
  MON: 'UM.0024',
  ANN: 'UM.0023',
  KWH: 'UM.0038',
  KGM: 'UM.0003',
  MTR: 'UM.0013',
  LTR: 'UM.0007',
  E34: 'UM.0033',
  AD: 'UM.0033',
} as const;
export type UnitCode = keyof typeof units;
export const unitCodes = Object.keys(units) as [UnitCode, ...UnitCode[]];

export function coretaxUnit(code: string): string {
  return Object.hasOwn(units, code) ? units[code as UnitCode] : 'UM.0033';
}

/** Of one period of a service; several pieces for a period are pieces. */
export function unitOfCycle(cycle: string, quantity: number): UnitCode {
  if (quantity !== 1) return 'C62';
  return cycle === 'monthly' ? 'MON' : cycle === 'annual' ? 'ANN' : 'C62';
}
