/** `fusabi watch`: builds, and again after every change, with one warm compiler. A program that still runs then is stopped. */
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { watch } from "chokidar";
import { buildAll } from "../batch.ts";

import { exitCodes } from "../exit-codes.ts";
import { resolveInput } from "../inputs.ts";
import { compileRequest } from "./compile-options.ts";
import { openCommandCompiler } from "./compiler.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf, printDiagnostics } from "./report.ts";
import { runArtifactCommand } from "./run-artifact.ts";

const watchedExtensions: ReadonlySet<string> = new Set([".fs", ".fsi", ".fsx", ".fsproj", ".props", ".targets"]);
const settleMs = 50;
/** How often the folders of the inputs are looked at as well: the watcher misses what comes while a folder is new to it. */
const lookMs = 500;

/** Resolves when the user interrupts. */
export async function watchCommand(given: string, values: OptionValues, args: readonly string[]): Promise<number> {
  const resolved = resolveInput(given, ["project", "script"]);
  if ("diagnostic" in resolved) {
    printDiagnostics([resolved.diagnostic], values["message-format"]);
    return exitCodeOf([resolved.diagnostic]);
  }
  const project = resolved.input.path;
  const compiler = openCommandCompiler();
  let changed = new AbortController();
  const build = async () => {
    const start = Date.now();
    const [result] = await buildAll(compiler, [{ ...compileRequest(project, values), outDir: values["out-dir"], output: values.output }], () => {});
    if (result === undefined) return;
    printDiagnostics(result.diagnostics, values["message-format"], result.source);
    if (result.fault !== undefined) throw result.fault;
    const folders = [...new Set(result.inputs.map((input) => path.dirname(input)))];
    for (const folder of folders) watchFolder(folder);
    const names = watchedFiles(folders).join();
    clearInterval(looking);
    looking = setInterval(() => {
      const files = watchedFiles(folders);
      if (files.join() !== names || files.some((file) => isNewer(file, start))) buildSoon();
    }, lookMs);
    const milliseconds = result.times === undefined ? 0 : Object.values(result.times).reduce((sum: number, time: number) => sum + time, 0);
    process.stderr.write(result.artifact === undefined ? "failed; waiting for a change\n" : `built ${result.artifact.path} in ${Math.round(milliseconds)} ms\n`);
    if (values.run && result.artifact !== undefined) {
      changed = new AbortController();
      const code = await runArtifactCommand(result.artifact.path, values, args, { signal: changed.signal });
      process.stderr.write(changed.signal.aborted ? "stopped by a change\n" : `exit code ${code}\n`);
    }
  };

  const watcher = watch(path.dirname(path.resolve(project)), {
    ignoreInitial: true,
    ignored: (file, stats) => /(^|[\\/])(bin|obj|node_modules|\.git)$/.test(file) || (stats?.isFile() === true && !watchedExtensions.has(path.extname(file).toLowerCase())),
  });
  const watched = new Set([path.dirname(path.resolve(project))]);
  /** Each once: what comes while the watcher looks at a folder anew would be taken for what was there. */
  const watchFolder = (folder: string) => {
    if (watched.has(folder)) return;
    watched.add(folder);
    watcher.add(folder);
  };
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  const buildSoon = () => {
    clearInterval(looking);
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed.abort();
      running = running.then(build);
      running.catch(stop);
    }, settleMs);
  };
  let running: Promise<void> = build();
  watcher.on("all", buildSoon);

  let stop: (fault?: unknown) => void = () => {};
  const stopped = new Promise<void>((resolve, reject) => {
    stop = (fault) => (fault === undefined ? resolve() : reject(fault));
  });
  // Listeners that stay: one that is gone when the compiler's process hears of the signal would let it end this one.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop());
  running.catch(stop);
  try {
    await stopped;
  } finally {
    clearInterval(looking);
    clearTimeout(timer);
    await watcher.close();
    await compiler.close();
  }
  return exitCodes.interrupted;
}

function watchedFiles(folders: readonly string[]): string[] {
  const files = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => watchedExtensions.has(path.extname(name).toLowerCase()));
  return folders.flatMap((folder) => files(folder).map((name) => path.join(folder, name)));
}

function isNewer(file: string, time: number): boolean {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && written > time && written <= Date.now();
}
