/**
 * What a client is told of the technical side, kept here for lists. `none`: nothing was set up yet; `attention`: a person on our side
 * has to look.
 */
export const technicalStates = [
  'none',
  'setting_up',
  'running',
  'changing',
  'suspended',
  'removing',
  'removed',
  'attention',
] as const;
export type TechnicalState = (typeof technicalStates)[number];
