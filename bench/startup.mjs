/**
 * `npm run --silent build && node bench/startup.mjs`: the size of a stripped hello world, what its start costs beyond bare node, what compiling costs beyond
 * Fable's own time in a warm process, and how fast artifacts are read and validated.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
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

/** A program of about 1,000 lines: a type, functions over it and a call of each, a hundred times. */
const manyLines = () => {
  const part = (n) => `type Item${n} =
    | Empty${n}
    | One${n} of name: string * amount: int
    | Many${n} of Item${n} list

let rec total${n} item =
    match item with
    | Empty${n} -> 0
    | One${n} (_, amount) -> amount + ${n}
    | Many${n} items -> items |> List.sumBy total${n}
`;
  const parts = Array.from({ length: 90 }, (_, n) => part(n));
  const calls = parts.map((_, n) => `    sum <- sum + total${n} (Many${n} [ One${n} ("a", ${n}); Empty${n} ])`);
  return `module Many\n\n${parts.join("\n")}\n[<EntryPoint>]\nlet main _ =\n    let mutable sum = 0\n${calls.join("\n")}\n    printfn "%d" sum\n    0\n`;
};

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
  writeFileSync(path.join(folder, "Hello.fs"), manyLines());
  const { artifact: large } = await compiler.compile({ project, configuration: "Release", cracker: "static", noCache: true });
  await compiler.close();
  return { bytes, large: large.bytes, fable: median(fable), beyond: median(beyond) };
};

/** Milliseconds until processes, bare and with the artifact in turn, print their first text: the best, as other work on the machine only adds. */
const startTimes = async (artifact) => {
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
  const timed = async (...args) => {
    const begin = performance.now();
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const closed = once(child, "close");
    await once(child.stdout, "data");
    const first = performance.now() - begin;
    await closed;
    return first;
  };
  const cli = path.join(root, "dist", "bundle", "cli.js");
  const withHost = [];
  const withCli = [];
  const alone = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(await timed(bare));
    withHost.push(await timed(host));
    withCli.push(await timed(cli, "run", artifact));
  }
  return { bare: Math.min(...alone), host: Math.min(...withHost) - Math.min(...alone), cli: Math.min(...withCli) - Math.min(...alone) };
};

/** Megabytes per second of reading and validating, warm: the best of many. */
const validationRate = (bytes) => {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 300; round++) {
    const begin = performance.now();
    validate(readModule(bytes));
    least = Math.min(least, performance.now() - begin);
  }
  return bytes.length / 1e3 / least;
};

try {
  const compiled = await compileTimes();
  const artifact = path.join(folder, "Hello.fzb");
  writeFileSync(artifact, compiled.bytes);
  const start = await startTimes(artifact);
  const large = path.join(folder, "Many.fzb");
  writeFileSync(large, compiled.large);
  const startLarge = await startTimes(large);
  const row = (what, value, unit) => console.log(`| ${what.padEnd(58)} | ${value.toFixed(1).padStart(8)} ${unit.padEnd(5)} |`);
  row("hello world, stripped", statSync(artifact).size / 1000, "kB");
  row("bare node", start.bare, "ms");
  row("load, validate, first result beyond bare node: a host", start.host, "ms");
  row("load, validate, first result beyond bare node: fusabi run", start.cli, "ms");
  row("the same of a program of 1,000 lines, with positions", statSync(large).size / 1000, "kB");
  row("load, validate, first result beyond bare node: a host", startLarge.host, "ms");
  row("load, validate, first result beyond bare node: fusabi run", startLarge.cli, "ms");
  row("warm compilation of one file: Fable's own time", compiled.fable, "ms");
  row("warm compilation of one file: beyond Fable's own time", compiled.beyond, "ms");
  row("read and validate, warm", validationRate(readFileSync(large)), "MB/s");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
