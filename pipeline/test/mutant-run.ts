/** Runs an accepted mutant: whatever it does, each run must end in one of the four outcomes within its fuel. */
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { load } from "../../vm/load.ts";
import type { StepOutcome } from "../../vm/machine.ts";
import { Machine } from "../../vm/machine.ts";

const isOutcome = (outcome: StepOutcome): boolean => "done" in outcome || "paused" in outcome || "waiting" in outcome || "trapped" in outcome;

/** Runs the entry and the exports that take any, in two slices, the second of that much fuel; gives the outcomes by name, and throws on anything else. */
export const runMutant = (module: ValidModule, fuel: number): readonly string[] => {
  const loaded = load(module);
  const uniform = module.exports.filter(({ fn }) => module.functions[fn].registers.slice(0, module.functions[fn].params).every(({ kind }) => kind === "any"));
  const names: readonly (string | undefined)[] = [...(module.entry < 0 ? [] : [undefined]), ...uniform.map(({ name }) => name)];
  const outcomes: string[] = [];
  for (const name of names) {
    const machine = new Machine(loaded, { imports: { "console.log": () => undefined }, limits: { memory: 1 << 26, depth: 1000 } });
    const params = name === undefined ? 0 : module.functions[uniform.find((each) => each.name === name)?.fn ?? 0].params;
    machine.start(
      name,
      Array.from({ length: params }, (_, i) => (i === 0 ? "text" : i)),
    );
    for (const slice of [Math.floor(fuel / 10), fuel]) {
      const outcome = machine.step(slice);
      if (!isOutcome(outcome)) throw new Error(`expected an outcome, found ${JSON.stringify(outcome)}`);
      if (machine.stats().fuelUsed > fuel * 1.1) throw new Error(`${machine.stats().fuelUsed} units used of ${fuel}`);
      outcomes.push("paused" in outcome ? outcome.reason : Object.keys(outcome)[0]);
      if (!("paused" in outcome)) break;
    }
  }
  return outcomes;
};
