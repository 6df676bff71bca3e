/** How two texts differ, in a few lines: how many lines do, and the first of them. */
export const firstDifference = (found: string, expected: string): string => {
  const [a, b] = [found.split("\n"), expected.split("\n")];
  const first = b.findIndex((line, i) => line !== a[i]);
  const at = first < 0 ? b.length : first;
  const counts = new Map<string, number>();
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of b) counts.set(line, (counts.get(line) ?? 0) - 1);
  const left = [...counts.values()];
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const gone = sum(left.filter((count) => count > 0));
  const added = -sum(left.filter((count) => count < 0));
  return `${gone} lines gone, ${added} added, first at line ${at + 1}\n  - ${a[at] ?? "(end of file)"}\n  + ${b[at] ?? "(end of file)"}`;
};
