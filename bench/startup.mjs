/**
 * `npm run --silent build && node bench/startup.mjs`: the size of a stripped hello world, what its start costs beyond bare node, what compiling costs beyond
 * Fable's own time in a warm process, and how fast artifacts are read and validated.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCompiler } from "fusabi";
import { readModule, validate } from "fusabi/vm";
import { root } from "./prepare.mjs";
import { median } from "./report.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-bench-"));
const rounds = 15;
const source = (turn) => `module Hello\n\n[<EntryPoint>]\nlet main _ =\n    printfn "Hello from F#! %d" ${turn}\n    0\n`;
const project = path.join(folder, "Hello.fsproj");
writeFileSync(
  project,
  `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><Compile Include="Hello.fs" /></ItemGroup></Project>\n`,
);

/** One-file compilations in a warm process, the file changed each time: milliseconds of Fable's, and of everything else. */
const compileTimes = async () => {
  const compiler = openCompiler();
  const beyond = [];
  const fable = [];
  let bytes;
  for (let turn = 0; turn < rounds; turn++) {
    writeFileSync(path.join(folder, "Hello.fs"), source(turn));
    const begin = performance.now();
    const { artifact, times, diagnostics } = await compiler.compile({ project, configuration: "Release", cracker: "static", noCache: true, strip: true });
    const whole = performance.now() - begin;
    if (artifact === undefined) throw new Error(JSON.stringify(diagnostics));
    bytes = artifact.bytes;
    if (turn < 3) continue;
    fable.push(times.fable);
    beyond.push(whole - times.fable);
  }
  await compiler.close();
  return { bytes, fable: median(fable), beyond: median(beyond) };
};

/** Milliseconds of whole processes, bare and with the artifact, in turn. */
const startTimes = (artifact) => {
  const bare = path.join(folder, "bare.mjs");
  const host = path.join(folder, "host.mjs");
  writeFileSync(bare, `import { readFileSync } from "node:fs";\nreadFileSync(${JSON.stringify(artifact)});\nprocess.stdout.write("Hello\\n");\n`);
  writeFileSync(
    host,
    `import { readFileSync } from "node:fs";
import { load, Machine, readModule, validate } from ${JSON.stringify(import.meta.resolve("fusabi/vm"))};
const machine = new Machine(load(validate(readModule(readFileSync(${JSON.stringify(artifact)})))), { imports: { "fusabi.write": (text) => void process.stdout.write(text), "fusabi.write_error": () => {}, "fusabi.arg_count": () => 0, "fusabi.arg": () => "" } });
machine.start();
while (!machine.step(1000000).done);
`,
  );
  const timed = (...args) => {
    const begin = performance.now();
    execFileSync(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    return performance.now() - begin;
  };
  const cli = path.join(root, "dist", "bundle", "cli.js");
  const beyondHost = [];
  const beyondCli = [];
  const alone = [];
  for (let round = 0; round < rounds; round++) {
    const base = timed(bare);
    alone.push(base);
    beyondHost.push(timed(host) - base);
    beyondCli.push(timed(cli, "run", artifact) - base);
  }
  return { bare: median(alone), host: median(beyondHost), cli: median(beyondCli) };
};

/** Megabytes per second of reading and validating, warm. */
const validationRate = (bytes) => {
  for (const begin = performance.now(); performance.now() - begin < 1500; ) validate(readModule(bytes));
  const samples = [];
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    let done = 0;
    for (; performance.now() - begin < 50; done++) validate(readModule(bytes));
    samples.push((done * bytes.length) / 1e6 / ((performance.now() - begin) / 1000));
  }
  return median(samples);
};

try {
  const compiled = await compileTimes();
  const artifact = path.join(folder, "Hello.fzb");
  writeFileSync(artifact, compiled.bytes);
  const start = startTimes(artifact);
  const row = (what, value, unit) => console.log(`| ${what.padEnd(58)} | ${value.toFixed(1).padStart(8)} ${unit.padEnd(5)} |`);
  row("hello world, stripped", statSync(artifact).size / 1000, "kB");
  row("bare node", start.bare, "ms");
  row("load, validate, first result beyond bare node: a host", start.host, "ms");
  row("load, validate, first result beyond bare node: fusabi run", start.cli, "ms");
  row("warm compilation of one file: Fable's own time", compiled.fable, "ms");
  row("warm compilation of one file: beyond Fable's own time", compiled.beyond, "ms");
  row("read and validate, warm", validationRate(readFileSync(artifact)), "MB/s");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
