// A game loop that gives its script a budget per frame: `node samples/hosts/game.mjs Boids.fzb [birds] [frames]`. A script that has more to do goes on in the next
// frame, and the game never stutters; one that does nothing else for a hundred frames is dropped.
import { readFileSync } from "node:fs";
import { Engine } from "fusabi/vm";

const [artifact, birds = "60", frames = "30"] = process.argv.slice(2);
const fuelPerFrame = 100_000;

let drawn = 0;
const engine = new Engine({ jit: "auto", limits: { memory: 32 * 1024 * 1024 } });
engine.registerFn("draw", (positions) => {
  drawn++;
  if (positions.some(([x, y]) => !(x >= 0 && x < 100 && y >= 0 && y < 100))) throw new Error("a bird left the screen");
});
const game = engine.load(readFileSync(artifact)).instantiate();
game.within({ fuel: 1_000_000 }, () => game.exports.start(Number(birds)));

let thought = game.start("think");
let waited = 0;
for (let frame = 0; frame < Number(frames); frame++) {
  const step = thought.step(fuelPerFrame);
  waited = step.status === "paused" ? waited + 1 : 0;
  if (step.status === "trapped") throw step.error;
  if (step.status === "done") thought = game.start("think");
  if (waited === 100) {
    thought.drop();
    thought = game.start("think");
  }
  // here a game moves what it moves by itself, and draws
}
console.log(`${frames} frames, ${drawn} of them with new positions, at most ${fuelPerFrame} units of fuel in each`);
