/**
 * Names of facts come from vendors: those that many use have a word of ours, others are read as written, `hostName` and
 * `host_name` both as “Host name”.
 */
export function spoken(name: string, known: Record<string, string>): string {
  const ours = known[name.toLowerCase().replace(/[_-]/g, '')];
  if (ours) return ours;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
