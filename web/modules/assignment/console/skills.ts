export const skillsIn = (typed: string): string[] => typed.split(/[\s,]+/).filter(Boolean);

export const wrongSkills = (typed: string): boolean =>
  skillsIn(typed).length > 30 || skillsIn(typed).some((one) => !/^[a-z0-9][a-z0-9-]{0,39}$/.test(one));

/** A whole number within these bounds. */
export const isWhole = (typed: string, least: number, most: number): boolean =>
  /^\d{1,6}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
