// A long workflow that lives in a file between its steps: `node samples/hosts/workflow.mjs App.fzb state.fzs`, again and again until it says that it is done.
// Each call is a process of its own that restores the state, runs a little, saves it and ends; what was printed before is not printed again.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { load, Machine, readModule, renderTrace, restore, snapshot, validate } from "fusabi/vm";

const [artifact, file] = process.argv.slice(2);
const loaded = load(validate(readModule(readFileSync(artifact))));
const options = {
  imports: { "fusabi.write": (text) => void process.stdout.write(text), "fusabi.arg_count": () => 0, "fusabi.arg": () => "" },
  limits: { memory: 64 * 1024 * 1024, fuel: 1_000_000_000 },
  // what the run waits for when it is saved is asked again by the process that goes on
  pending: "ask",
};

let machine;
if (existsSync(file)) machine = restore(readFileSync(file), loaded, options);
else {
  machine = new Machine(loaded, options);
  machine.start();
}

const outcome = machine.step(200_000);
if (outcome.paused || outcome.waiting) {
  const bytes = snapshot(machine);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  console.error(`saved after ${machine.stats().fuelUsed} units of fuel: ${bytes.length} bytes`);
  process.exitCode = 75;
} else {
  rmSync(file, { force: true });
  if (outcome.trapped) console.error(`${outcome.trap.message}\n${renderTrace(outcome.trap.trace)}`);
  else console.error(`done after ${machine.stats().fuelUsed} units of fuel`);
  process.exitCode = outcome.done ? 0 : 1;
}
