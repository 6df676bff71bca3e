// Runs an artifact with nothing but the machine: `node samples/hosts/minimal.mjs App.fzb`.
import { readFileSync } from "node:fs";
import { load, Machine, readModule, renderTrace, validate } from "fusabi/vm";

const module = validate(readModule(readFileSync(process.argv[2])));
const machine = new Machine(load(module), {
  imports: { "fusabi.write": (text) => void process.stdout.write(text), "fusabi.arg_count": () => 0, "fusabi.arg": () => "" },
  limits: { memory: 256 * 1024 * 1024 },
});
machine.start();

let pauses = 0;
let outcome = machine.step(10_000);
while (outcome.paused && outcome.reason === "fuel") {
  pauses++;
  outcome = machine.step(10_000);
}

if (outcome.done) console.log(`ended with ${outcome.value ?? 0} after ${machine.stats().fuelUsed} units of fuel and ${pauses} pauses`);
else if (outcome.trapped) console.log(`${outcome.trap.message}\n${renderTrace(outcome.trap.trace)}`);
else console.log(`stopped: ${outcome.reason}`);
process.exitCode = outcome.done ? 0 : 1;
