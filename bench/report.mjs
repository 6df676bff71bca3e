/** Ratios and the table. A ratio is the median over rounds of the two columns' quotient in the same round, so that a busy machine slows both. */
export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

export const geometricMean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

export const ratioOf = (over, under) => median(over.samples.map((sample, round) => sample / under.samples[round]));

const number = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** Columns of the table: milliseconds of the first, then milliseconds and ratio of each other, then ours over quickjs. */
const ratios = [
  ["interpreter", "v8"],
  ["jit", "v8"],
  ["quickjs", "v8"],
  ["isolated", "v8"],
  ["dotnet", "v8"],
  ["ocaml", "v8"],
  ["lua", "v8"],
  ["interpreter", "quickjs"],
  ["slices-1000", "jit"],
  ["slices-10000", "jit"],
  ["slices-1000000", "jit"],
];

/** What a column used at its peak, next to another's, both in processes of their own. */
const memoryRatio = ["jit", "v8"];
const peakRatio = ({ peaks }) => (peaks?.[memoryRatio[0]] && peaks[memoryRatio[1]] ? peaks[memoryRatio[0]] / peaks[memoryRatio[1]] : undefined);

export const tabulate = (results, titles, apart = []) => {
  const rows = Object.entries(results).filter(([, result]) => result.problem === undefined);
  const present = (column) => rows.some(([, result]) => result[column] !== undefined);
  const timed = Object.keys(titles).filter(present);
  const shown = [
    ...ratios
      .filter(([over, under]) => present(over) && present(under))
      .map(([over, under]) => ({ title: `${over} / ${under}`, of: (result) => (result[over] && result[under] ? ratioOf(result[over], result[under]) : undefined) })),
    ...(rows.some(([, result]) => peakRatio(result) !== undefined) ? [{ title: `peak memory ${memoryRatio.join(" / ")}`, of: peakRatio }] : []),
  ];
  const header = ["benchmark", ...timed.map((column) => `${titles[column]} ms`), ...shown.map(({ title }) => title)];
  const lines = rows.map(([name, result]) => {
    const values = shown.map(({ of }) => of(result));
    return [name, ...timed.map((column) => (result[column] ? number(median(result[column].samples)) : "")), ...values.map((value) => (value === undefined ? "" : number(value)))];
  });
  const meansOf = (rows) =>
    shown.map(({ of }) => {
      const values = rows.map(([, result]) => of(result)).filter((value) => value !== undefined);
      return values.length > 0 ? number(geometricMean(values)) : "";
    });
  const groups = [
    ["geometric mean", rows.filter(([name]) => !apart.includes(name))],
    ["of the larger ones", rows.filter(([name]) => apart.includes(name))],
  ];
  const table = [header, ...lines, ...groups.filter(([, each]) => each.length > 0).map(([title, each]) => [title, ...timed.map(() => ""), ...meansOf(each)])];
  const widths = header.map((_, column) => Math.max(...table.map((line) => line[column].length)));
  const text = table.map((line) => `| ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(" | ")} |`);
  text.splice(1, 0, `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`);
  const problems = Object.entries(results).filter(([, result]) => result.problem !== undefined);
  return [...text, ...problems.map(([name, result]) => `${name}: ${result.problem}`)].join("\n");
};

/** Ratios over the first column by program, for the chart. */
export const ratiosOverFirst = (results, titles) => {
  const [first, ...others] = Object.keys(titles);
  return Object.entries(results).flatMap(([name, result]) =>
    result.problem === undefined && result[first] !== undefined
      ? [[name, Object.fromEntries(others.flatMap((column) => (result[column] ? [[column, ratioOf(result[column], result[first])]] : [])))]]
      : [],
  );
};
