/**
 * `npm run bench -- [--rounds N] [--only Fib,Lists] [--columns v8,interpreter] [--project PATH] [--json FILE]`: times each program in a process of its own, all
 * columns in turn within every round, checks that they give the same result, and prints the table of ratios.
 */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { columns } from "./columns.mjs";
import { benchFolder, bundlePrograms, bundleProject, compileArtifacts, projectOf } from "./prepare.mjs";
import { larger, programs } from "./programs.mjs";
import { tabulate } from "./report.mjs";

const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "7" }, only: { type: "string" }, columns: { type: "string" }, project: { type: "string" }, json: { type: "string" } },
});

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

const measure = async (request) => {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", "--stack-size=4000", path.join(benchFolder, "measure.mjs"), JSON.stringify(request)], {
      maxBuffer: 1 << 26,
    });
    const result = JSON.parse(stdout);
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
const results = {};
for (const name of names) {
  const { file, problem } = artifacts.get(name);
  process.stderr.write(`${name} `);
  results[name] =
    problem !== undefined
      ? { problem }
      : await measure({
          artifact: file,
          bundle: bundles.get(name),
          n: sizes[name],
          rounds: Number(options.rounds),
          ...(options.columns && { columns: options.columns.split(",") }),
        });
}
process.stderr.write("\n");
console.log(tabulate(results, Object.fromEntries(Object.entries(columns).map(([name, { title }]) => [name, title])), Object.keys(larger)));
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ node: process.version, sizes, results }, undefined, 2)}\n`);
