/**
 * `npm run fuzz -- [COUNT] [SEED]`: damaged modules through the reader and the validator, 100,000 unless told. Fails on anything but
 * acceptance or an FzbError, on a mutant that takes longer than a second, and on an accepted one that is not written again alike or does not run to
 * one of the four outcomes.
 */
import { writeModule } from "../schemas/fzb/binary.ts";
import { FzbError } from "../schemas/fzb/error.ts";
import { makeModule, randomFrom } from "./test/modules.ts";
import { runMutant } from "./test/mutant-run.ts";
import { judge, mutate } from "./test/mutants.ts";

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const perModule = 200;
const fuel = 10_000;
const slowestMs = 1000;

const random = randomFrom(seed);
const codes = new Map<string, number>();
const outcomes = new Map<string, number>();
let accepted = 0;
let failures = 0;
let longest = 0;

const fail = (made: number, mutant: number, detail: string): void => {
  failures++;
  console.error(`module ${made}, mutant ${mutant}: ${detail}`);
};

for (let done = 0; done < count; done += perModule) {
  const made = seed + done / perModule;
  const bytes = writeModule(makeModule(made, 4 + random(4), 8 + random(30)));
  for (let k = 0; k < Math.min(perModule, count - done); k++) {
    const mutant = mutate(bytes, random);
    const start = performance.now();
    try {
      const said = judge(mutant);
      if (said instanceof FzbError) {
        codes.set(said.code, (codes.get(said.code) ?? 0) + 1);
        if (!Number.isSafeInteger(said.offset) || said.offset < 0) fail(made, k, `${said.code} with offset ${said.offset}`);
      } else {
        accepted++;
        const again = writeModule(said);
        if (again.length !== mutant.length || again.some((byte, i) => byte !== mutant[i])) fail(made, k, "accepted, but written differently");
        for (const outcome of runMutant(said, fuel)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    } catch (error) {
      fail(made, k, String(error instanceof Error ? error.stack : error));
    }
    const took = performance.now() - start;
    longest = Math.max(longest, took);
    if (took > slowestMs) fail(made, k, `took ${Math.round(took)} ms`);
  }
}

console.log(`${count} mutants, ${accepted} accepted, ${failures} failures, the slowest took ${longest.toFixed(1)} ms`);
for (const table of [codes, outcomes]) for (const [name, times] of [...table].sort((a, b) => b[1] - a[1])) console.log(`${String(times).padStart(8)} ${name}`);
process.exitCode = failures > 0 ? 1 : 0;
