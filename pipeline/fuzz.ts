/**
 * `npm run fuzz -- [COUNT] [SEED]`: damaged modules through the reader and the validator, 100,000 unless told. Fails on anything but
 * acceptance or an FzbError, on a mutant that takes more than a second of the processor, and on an accepted one that is not written again alike or does not run to
 * one of the four outcomes.
 *
 * `npm run fuzz -- --snapshots [COUNT] [SEED]`: damaged states of a paused program through `restore`, 20,000 unless told; what it takes must run on, in both
 * tiers.
 */
import { writeModule } from "../schemas/fzb/binary.ts";
import { FzbError } from "../schemas/fzb/error.ts";
import { type LoadedModule, load, Machine, snapshot, validate } from "../vm/index.ts";
import { guestModule } from "./test/guest.ts";
import { makeModule, type Random, randomFrom } from "./test/modules.ts";
import { runMutant, runSnapshot } from "./test/mutant-run.ts";
import { judge, mutate, mutateSnapshot } from "./test/mutants.ts";
import { savedProgram } from "./test/saved-program.ts";
import { countsOf, toolArguments } from "./tool-arguments.ts";

const { values, positionals } = toolArguments("usage: npm run fuzz -- [--snapshots] [COUNT] [SEED]", { snapshots: { type: "boolean" } });
const ofSnapshots = values.snapshots === true;
const [count, seed] = countsOf(positionals, [ofSnapshots ? 20_000 : 100_000, 1]) as [number, number];
const perOrigin = 200;
const fuel = 10_000;
const slowestMs = 1000;

const random = randomFrom(seed);
const said = new Map<string, number>();
let failures = 0;
let longest = 0;

/** One mutant's outcomes or error codes; throws what is wrong. */
type Attempt = () => readonly string[];

/** Gives attempts of mutants of a module made from a seed. */
function moduleMutants(from: number): Attempt {
  const bytes = writeModule(makeModule(from, 4 + random(4), 8 + random(30)));
  return () => {
    const mutant = mutate(bytes, random);
    const judged = judge(mutant);
    if (judged instanceof FzbError) {
      if (!Number.isSafeInteger(judged.offset) || judged.offset < 0) throw new Error(`${judged.code} with offset ${judged.offset}`);
      return [judged.code];
    }
    const again = writeModule(judged);
    if (again.length !== mutant.length || again.some((byte, i) => byte !== mutant[i])) throw new Error("accepted, but written differently");
    return ["accepted", ...runMutant(judged, fuel)];
  };
}

/** Gives attempts of mutants of a state: of the program with every sort of value, or of a made module, paused anywhere. */
function snapshotMutants(random: Random): (from: number) => Attempt {
  const program = guestModule(savedProgram);
  const start = (loaded: LoadedModule): Machine => {
    const machine = new Machine(loaded, { imports: { "fusabi.write": () => undefined, "console.log": () => undefined } });
    machine.start();
    return machine;
  };
  return (from) => {
    const loaded = from % 2 === 0 ? program : load(validate(makeModule(from, 5, 20)));
    const whole = start(loaded);
    whole.step(100_000);
    const machine = start(loaded);
    machine.step(random(whole.stats().fuelUsed));
    const bytes = snapshot(machine);
    return () => runSnapshot(mutateSnapshot(bytes, random), loaded, fuel, random(2) === 0 ? "interpreter" : "jit");
  };
}

const attemptsFrom = ofSnapshots ? snapshotMutants(random) : moduleMutants;
for (let done = 0; done < count; done += perOrigin) {
  const origin = seed + done / perOrigin;
  const attempt = attemptsFrom(origin);
  for (let k = 0; k < Math.min(perOrigin, count - done); k++) {
    const fail = (detail: string): void => {
      failures++;
      console.error(`origin ${origin}, mutant ${k}: ${detail}`);
    };
    const start = process.cpuUsage().user;
    try {
      for (const name of attempt()) said.set(name, (said.get(name) ?? 0) + 1);
    } catch (error) {
      fail(String(error instanceof Error ? error.stack : error));
    }
    const took = (process.cpuUsage().user - start) / 1000;
    longest = Math.max(longest, took);
    if (took > slowestMs) fail(`took ${Math.round(took)} ms`);
  }
}

console.log(`${count} mutants, ${failures} failures, the slowest took ${longest.toFixed(1)} ms`);
for (const [name, times] of [...said].sort((a, b) => b[1] - a[1])) console.log(`${String(times).padStart(8)} ${name}`);
process.exitCode = failures > 0 ? 1 : 0;
