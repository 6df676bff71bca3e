/** Runs an accepted mutant: whatever it does, each run must end in one of the four outcomes within its fuel. */
import { FzbError } from "../../schemas/fzb/error.ts";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { type LoadedModule, load } from "../../vm/load.ts";
import { Machine, type MachineOptions, type StepOutcome } from "../../vm/machine.ts";
import { restore, snapshot } from "../../vm/snapshot/snapshot.ts";

const quiet = { "console.log": () => undefined, "fusabi.write": () => undefined };
const mutantLimits = { memory: 1 << 26, depth: 1000 };

const nameOf = (outcome: StepOutcome): string => {
  if ("paused" in outcome) return outcome.reason;
  if ("done" in outcome || "waiting" in outcome || "trapped" in outcome) return Object.keys(outcome)[0];
  throw new Error(`expected an outcome, found ${JSON.stringify(outcome)}`);
};

/** Restores the state in a snapshot and goes on from it in two slices; the outcomes by name, or the error's code. Throws on anything else. */
export const runSnapshot = (bytes: Uint8Array, loaded: LoadedModule, fuel: number, tier: MachineOptions["tier"] = "interpreter"): readonly string[] => {
  let machine: Machine;
  try {
    machine = restore(bytes, loaded, { imports: quiet, limits: mutantLimits, fuel: 0, pending: "fail", handle: () => undefined, tier });
  } catch (error) {
    if (error instanceof FzbError && Number.isSafeInteger(error.offset) && error.offset >= 0) return [error.code];
    throw error;
  }
  if (machine.saved === "idle") return ["idle"];
  const { fuelUsed } = machine.stats();
  const outcomes: string[] = [];
  for (const slice of [Math.floor(fuel / 10), fuel]) {
    const outcome = machine.step(slice);
    outcomes.push(nameOf(outcome));
    if (machine.stats().fuelUsed - fuelUsed > fuel * 1.1) throw new Error(`${machine.stats().fuelUsed - fuelUsed} units used of ${fuel}`);
    if (!("paused" in outcome)) return outcomes;
  }
  // what was taken in can be saved again
  snapshot(machine);
  return outcomes;
};

/** Runs the entry and the exports that take any, in two slices, the second of that much fuel; gives the outcomes by name, and throws on anything else. */
export const runMutant = (module: ValidModule, fuel: number): readonly string[] => {
  const loaded = load(module);
  const uniform = module.exports.filter(({ fn }) => module.functions[fn].registers.slice(0, module.functions[fn].params).every(({ kind }) => kind === "any"));
  const names: readonly (string | undefined)[] = [...(module.entry < 0 ? [] : [undefined]), ...uniform.map(({ name }) => name)];
  const outcomes: string[] = [];
  for (const name of names) {
    const machine = new Machine(loaded, { imports: quiet, limits: mutantLimits });
    const params = name === undefined ? 0 : module.functions[uniform.find((each) => each.name === name)?.fn ?? 0].params;
    machine.start(
      name,
      Array.from({ length: params }, (_, i) => (i === 0 ? "text" : i)),
    );
    for (const slice of [Math.floor(fuel / 10), fuel]) {
      const outcome = machine.step(slice);
      outcomes.push(nameOf(outcome));
      if (machine.stats().fuelUsed > fuel * 1.1) throw new Error(`${machine.stats().fuelUsed} units used of ${fuel}`);
      if (!("paused" in outcome)) break;
    }
  }
  return outcomes;
};
