/** Names of facts come from vendors: `hostName` and `host_name` both read “Host name”. */
export function spoken(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
