/** What the columns run: the program compiled by fusabi, and by plain Fable into one JavaScript text that sets `globalThis.__bench`. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const benchFolder = path.dirname(fileURLToPath(import.meta.url));
export const root = path.dirname(benchFolder);
export const out = path.join(root, "node_modules", ".cache", "bench");
export const sources = path.join(benchFolder, "programs");
const fableCompiler = path.join(root, "node_modules", "@fable-org", "fable-compiler-js", "index.js");

const projectText = (files) => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
${files.map((file) => `    <Compile Include="${file}" />\n`).join("")}  </ItemGroup>
</Project>
`;

const write = (file, text) => {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** A project of some programs and a main file. */
export const programsProject = (title, names, main) => {
  const folder = path.join(out, "projects", title);
  write(path.join(folder, "Main.fs"), main);
  write(path.join(folder, `${title}.fsproj`), projectText([...names.map((name) => path.relative(folder, path.join(sources, `${name}.fs`))), "Main.fs"]));
  return path.join(folder, `${title}.fsproj`);
};

/** A project around one program, whose exit code is the checksum; fusabi gives it to the host whole. */
export const projectOf = (name) => programsProject(name, [name], `module Bench.Main\n\n[<EntryPoint>]\nlet main argv = Bench.${name}.run (int argv[0])\n`);

/** Calls `take` with the path of each project's artifact, or throws with its diagnostics. */
export const compileArtifacts = async (projects) => {
  const { openCompiler } = await import("fusabi");
  const compiler = openCompiler();
  mkdirSync(path.join(out, "artifacts"), { recursive: true });
  const artifacts = new Map();
  try {
    for (const [name, project] of projects) {
      const { artifact, diagnostics, times } = await compiler.compile({ project, configuration: "Release" });
      if (artifact === undefined) {
        artifacts.set(name, { problem: diagnostics.find((each) => each.severity === "error")?.message.split("\n")[0] ?? "no artifact" });
        continue;
      }
      const file = path.join(out, "artifacts", `${name}.fzb`);
      writeFileSync(file, artifact.bytes);
      artifacts.set(name, { file, times, module: artifact.module });
    }
  } finally {
    await compiler.close();
  }
  return artifacts;
};

const runFable = (project, outDir) => {
  rmSync(outDir, { recursive: true, force: true });
  execFileSync(process.execPath, [fableCompiler, project, "--outDir", outDir], { stdio: ["ignore", "pipe", "pipe"], cwd: root });
};

/** Fable lays files out from the deepest folder that holds them all. */
const emitted = (folder, file) => {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((each) => path.basename(each) === file && !each.startsWith("fable_modules"));
  if (found.length !== 1) throw new Error(`Fable made ${found.length} files named ${file} in ${folder}, expected one`);
  return path.join(folder, found[0]);
};

const bundle = async (entry, outfile, wrap) => {
  await build({ stdin: { contents: entry, resolveDir: out }, bundle: true, format: "iife", target: "es2022", treeShaking: true, outfile, logLevel: "error" });
  if (wrap) writeFileSync(outfile, `globalThis.__bench = () => { __output = []; ${readFileSync(outfile, "utf8")}\nreturn __output.join("\\n"); };`);
  return outfile;
};

/** The bundles of all programs by name. Fable runs once, and again when a program changes. */
export const bundlePrograms = async (names, all) => {
  const texts = all.map((name) => readFileSync(path.join(sources, `${name}.fs`), "utf8"));
  const stamp = createHash("sha256").update(JSON.stringify(texts)).digest("hex");
  const stampFile = path.join(out, "fable.stamp");
  const js = path.join(out, "fable");
  if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
    const project = path.join(out, "projects", "All.fsproj");
    write(project, projectText(all.map((name) => path.relative(path.dirname(project), path.join(sources, `${name}.fs`)))));
    runFable(project, js);
    writeFileSync(stampFile, stamp);
  }
  const bundles = new Map();
  for (const name of names) {
    const entry = `import { run } from ${JSON.stringify(emitted(js, `${name}.js`))}; globalThis.__bench = run;`;
    bundles.set(name, await bundle(entry, path.join(out, "bundles", `${name}.js`), false));
  }
  return bundles;
};

/** A whole project as one function of no argument that gives what it printed. */
export const bundleProject = async (project, entryFile) => {
  const js = path.join(out, "project");
  runFable(path.resolve(project), js);
  const last = emitted(js, `${path.basename(entryFile).replace(/\.fsx?$/, "")}.js`);
  return bundle(`import ${JSON.stringify(last)};`, path.join(out, "bundles", "project.js"), true);
};
