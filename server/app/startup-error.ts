/**
 * A reason not to start that the operator can mend: one line that begins with the setting to look at. The CLI
 * prints it and exits with 1.
 */
export class StartupError extends Error {
  readonly setting: string;

  constructor(setting: string, reason: string, options?: ErrorOptions) {
    super(`${setting}: ${reason.replace(/\s+/g, ' ').trim()}`, options);
    this.name = new.target.name;
    this.setting = setting;
  }
}
