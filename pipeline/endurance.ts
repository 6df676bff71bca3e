/**
 * What takes too long for tests; without an argument all of it:
 *
 *     npm run endurance -- cycles [COUNT]   creates, runs and drops a machine, 100,000 times unless told, then makes ten times as many host calls; fails where
 *                                           the host's heap has grown by more than 5% since the first tenth
 *     npm run endurance -- instances [COUNT] keeps so many instances of a module, 10,000 unless told, and calls each twice; fails where one sees another's state, or where
 *                                           they take more than 4 kB each
 *     npm run endurance -- kills [COUNT]    kills a build at a random moment, 50 times unless told; fails where the artifact is neither the old nor the new one,
 *                                           or the next build is not what it should be
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Machine, type MachineOptions } from "../vm/index.ts";
import { exitCodes } from "./exit-codes.ts";
import { packageRoot } from "./package-root.ts";
import { guestModule } from "./test/guest.ts";
import { randomFrom } from "./test/modules.ts";
import { savedProgram } from "./test/saved-program.ts";
import { countsOf, toolArguments } from "./tool-arguments.ts";

const mostDrift = 0.05;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes of the host's heap that are in use. */
function heap(): number {
  for (let again = 0; again < 4; again++) collect();
  return process.memoryUsage().heapUsed;
}

function report(what: string, before: number): boolean {
  const after = heap();
  const drift = after / before - 1;
  console.log(`${what}: ${(before / 1e6).toFixed(2)} MB, then ${(after / 1e6).toFixed(2)} MB: ${(100 * drift).toFixed(2)}%`);
  return drift <= mostDrift;
}

function runCycles(count: number): boolean {
  const program = guestModule(savedProgram);
  const options: MachineOptions = { imports: { "fusabi.write": () => undefined } };
  const cycle = (): void => {
    const machine = new Machine(program, options);
    machine.start();
    if (!("done" in machine.step())) throw new Error("the program did not end");
  };
  const tenth = Math.ceil(count / 10);
  for (let done = 0; done < tenth; done++) cycle();
  const cyclesBefore = heap();
  for (let done = tenth; done < count; done++) cycle();
  const cycles = report(`${count} machines`, cyclesBefore);

  let made = 0;
  const caller = new Machine(guestModule(`let i = 0; while (true) { i = i + 1; write("" + i); }`), { imports: { "fusabi.write": () => void made++ } });
  caller.start();
  const called = (calls: number): number => {
    for (const end = made + calls; made < end; ) caller.step(10_000);
    return heap();
  };
  const callsBefore = called(count);
  called(9 * count);
  return report(`${10 * count} host calls`, callsBefore) && cycles;
}

/** Bytes of an instance of a small module. */
const mostBytes = 4096;

function keepInstances(count: number): boolean {
  const program = guestModule(`let calls = 0; const seen: any[] = []; while (true) { calls = calls + 1; seen.push(calls); write("" + calls + seen.length); }`);
  const written: string[] = new Array<string>(count).fill("");
  const make = (at: number): Machine => {
    const machine = new Machine(program, { tier: "interpreter", imports: { "fusabi.write": (text: string) => void (written[at] += `${text} `) } });
    machine.start();
    return machine;
  };
  const before = heap();
  const machines = Array.from({ length: count }, (_, at) => make(at));
  const each = (heap() - before) / count;
  for (const round of ["11 ", "11 22 "]) for (const [at, machine] of machines.entries()) while (written[at].length < round.length) machine.step(1);
  const mixed = written.findIndex((text) => text !== "11 22 ");
  if (mixed >= 0) console.error(`instance ${mixed} wrote ${written[mixed]}`);
  console.log(`${count} instances: ${each.toFixed(0)} bytes each`);
  return mixed < 0 && each <= mostBytes;
}

/** Builds the hello sample; killed after so many milliseconds where that is given. Gives the time it took. */
function build(target: string, flags: readonly string[], killAfter?: number): Promise<number> {
  const main = path.join(packageRoot(), "dist", "pipeline", "cli", "main.js");
  const start = performance.now();
  const child = spawn(process.execPath, [main, "build", path.join(packageRoot(), "samples/hello/Hello.fsproj"), "--output", target, ...flags], { stdio: "ignore" });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      if (killAfter === undefined && code !== 0) reject(new Error(`a build ended with ${code}`));
      else resolve(performance.now() - start);
    });
  });
}

async function killBuilds(count: number): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-kills-"));
  const target = path.join(folder, "Hello.fzb");
  const random = randomFrom(Date.now());
  const variants = [[], ["--strip"]] as const;
  const expected: Buffer[] = [];
  let took = 0;
  try {
    for (const flags of variants) {
      took = await build(target, flags);
      expected.push(readFileSync(target));
    }
    let kept = 0;
    let failures = 0;
    for (let done = 0; done < count; done++) {
      const before = readFileSync(target);
      // one half anywhere, the other where files are written
      const moment = random(2) === 0 ? random(Math.ceil(took)) : Math.ceil(took * 0.8) + random(Math.ceil(took * 0.3));
      await build(target, variants[done % 2], moment);
      const found = readFileSync(target);
      if (found.equals(before)) kept++;
      if (!expected.some((each) => each.equals(found))) {
        failures++;
        console.error(`build ${done}, killed after ${moment} ms of ${took.toFixed(0)}: neither the old artifact nor the new one`);
      }
    }
    for (const [at, flags] of variants.entries()) {
      await build(target, flags);
      if (!readFileSync(target).equals(expected[at])) failures++;
    }
    console.log(`${count} builds killed: ${kept} left the old artifact, ${count - kept} the new one, ${failures} failures`);
    return failures === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** By name, with the count that is usual. */
const tools: Readonly<Record<string, readonly [usual: number, run: (count: number) => boolean | Promise<boolean>]>> = {
  cycles: [100_000, runCycles],
  instances: [10_000, keepInstances],
  kills: [50, killBuilds],
};
const usage = `usage: npm run endurance -- [${Object.keys(tools).join(" | ")} [COUNT]]`;
const {
  positionals: [what, ...given],
} = toolArguments(usage, {});
if (what !== undefined && !Object.hasOwn(tools, what)) {
  console.error(usage);
  process.exit(exitCodes.usage);
}
for (const name of what === undefined ? Object.keys(tools) : [what]) {
  const [usual, run] = tools[name];
  if (!(await run(countsOf(given, [usual])[0]))) process.exitCode = 1;
}
