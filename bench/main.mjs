/**
 * `npm run bench -- [options]`: times each program in a process of its own, all columns in turn within every round, checks that they give the same result, and prints
 * the table of ratios.
 */
import { execFile, execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { drawChart } from "./chart.mjs";
import { columns } from "./columns.mjs";
import { isInstalled, measureNative, natives } from "./natives.mjs";
import { benchFolder, bundlePrograms, bundleProject, compileArtifacts, projectOf } from "./prepare.mjs";
import { larger, programs } from "./programs.mjs";
import { ratiosOverFirst, tabulate } from "./report.mjs";

const help = `npm run bench -- [options]
  --only Fib,Lists      some of the programs
  --columns v8,jit      some columns: ${[...Object.keys(columns), ...Object.keys(natives)].join(", ")}
  --project PATH        any program, from its start to its end, in place of the benchmarks
  --rounds N            how often each column is timed (7)
  --host                only the calls between host and guest, which a run of all programs ends with
  --memory              peak memory of each program too, compiled and as Fable's JavaScript
  --json FILE           write every sample
  --svg FILE            write a chart of the ratios`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    only: { type: "string" },
    columns: { type: "string" },
    project: { type: "string" },
    host: { type: "boolean", default: false },
    memory: { type: "boolean", default: false },
    json: { type: "string" },
    svg: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (options.help) {
  console.log(help);
  process.exit(0);
}

const measureHost = () => execFileSync(process.execPath, ["--expose-gc", path.join(benchFolder, "host.mjs")], { stdio: "inherit" });
if (options.host) {
  measureHost();
  process.exit(0);
}

const prepare = async () => {
  if (options.project !== undefined) {
    const name = path.basename(options.project).replace(/\.fs(proj|x)$/, "");
    const artifacts = await compileArtifacts([[name, options.project]]);
    const { module } = artifacts.get(name);
    const bundle = module && (await bundleProject(options.project, options.project.endsWith(".fsx") ? options.project : lastFile(options.project)));
    return { names: [name], artifacts, bundles: new Map([[name, bundle]]), sizes: {} };
  }
  const sizes = { ...programs, ...larger };
  const all = Object.keys(sizes);
  const names = options.only?.split(",") ?? all;
  for (const name of names) if (!all.includes(name)) throw new Error(`no benchmark ${name}; there are ${all.join(", ")}`);
  const bundles = await bundlePrograms(names, all);
  const artifacts = await compileArtifacts(names.map((name) => [name, projectOf(name)]));
  return { names, artifacts, bundles, sizes };
};

const lastFile = (project) => [...readFileSync(project, "utf8").matchAll(/<Compile\s+Include="([^"]+)"/g)].at(-1)[1].replaceAll("\\", "/");

/** What `measure.mjs` prints for a request, in a process of its own. */
const ask = async (request) => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", "--stack-size=4000", path.join(benchFolder, "measure.mjs"), JSON.stringify(request)], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout);
};

const measure = async (request) => {
  try {
    const result = await ask(request);
    const sums = Object.entries(result).map(([name, { checksum }]) => [name, checksum]);
    const other = sums.find(([, checksum]) => checksum !== sums[0][1]);
    if (other !== undefined && request.n !== undefined) return { ...result, problem: `${other[0]} gives ${other[1]}, ${sums[0][0]} gives ${sums[0][1]}` };
    if (other !== undefined) console.log(`note: ${other[0]} prints something other than ${sums[0][0]}`);
    return result;
  } catch (error) {
    return { problem: (String(error.stderr ?? "").match(/^\w*Error.*$/m)?.[0] ?? String(error)).slice(0, 200) };
  }
};

const { names, artifacts, bundles, sizes } = await prepare();
const rounds = Number(options.rounds);
const wanted = options.columns?.split(",");
const results = {};
for (const name of names) {
  const { file, problem } = artifacts.get(name);
  process.stderr.write(`${name} `);
  const program = { artifact: file, bundle: bundles.get(name), n: sizes[name] };
  results[name] = problem !== undefined ? { problem } : await measure({ ...program, rounds, ...(wanted && { columns: wanted }) });
  if (options.memory && results[name].problem === undefined) results[name].peaks = { v8: await ask({ ...program, peak: "v8" }), jit: await ask({ ...program, peak: "jit" }) };
}
process.stderr.write("\n");
for (const [column, native] of Object.entries(natives)) {
  if (options.project !== undefined || (wanted !== undefined && !wanted.includes(column)) || !isInstalled(native)) continue;
  const measured = measureNative(native, Object.fromEntries(names.map((name) => [name, sizes[name]])), rounds);
  for (const [name, result] of Object.entries(measured)) {
    const { checksum } = Object.values(results[name]).find((each) => each.checksum !== undefined) ?? result;
    results[name] = { ...results[name], [column]: result, ...(checksum !== result.checksum && { problem: `${native.title} gives ${result.checksum}, the others ${checksum}` }) };
  }
}
const titles = Object.fromEntries(Object.entries({ ...columns, ...natives }).map(([name, { title }]) => [name, title]));
console.log(tabulate(results, titles, Object.keys(larger)));
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ node: process.version, sizes, results }, undefined, 2)}\n`);
if (options.svg !== undefined) {
  const shown = Object.fromEntries(Object.entries(titles).filter(([name]) => name !== "v8" && Object.values(results).some((result) => result[name] !== undefined)));
  writeFileSync(options.svg, drawChart("Time over Fable's JavaScript on V8 (lower is better)", ratiosOverFirst(results, titles), shown));
}
if (options.only === undefined && options.project === undefined) measureHost();
