/** One program in one process: `measure.mjs JSON` with { artifact, bundle, n, rounds }; prints { column: { checksum, samples } } in milliseconds. */
import { columns } from "./columns.mjs";

const request = JSON.parse(process.argv[2]);
/** Milliseconds that a column runs before it counts, and that a sample takes at least. */
const warmUp = request.warmUp ?? 300;
const shortest = request.shortest ?? 20;
const now = () => performance.now();

const runners = [];
for (const [name, column] of Object.entries(columns)) {
  if (request.columns !== undefined && !request.columns.includes(name)) continue;
  const run = await column.open(request);
  if (run === undefined) continue;
  const begin = now();
  const checksum = run();
  let turns = 1;
  while (turns < 3 || now() - begin < warmUp) {
    if (turns >= 2 && now() - begin > warmUp * 3) break;
    run();
    turns++;
  }
  const startProbe = now();
  run();
  runners.push({ name, run, checksum, turns: Math.max(1, Math.round(shortest / (now() - startProbe))), samples: [] });
}

for (let round = 0; round < request.rounds; round++) {
  for (const { run, turns, checksum, samples, name } of runners) {
    globalThis.gc?.({ type: "minor" });
    const begin = now();
    for (let turn = 0; turn < turns; turn++) if (run() !== checksum) throw new Error(`${name} gives another result in round ${round}`);
    samples.push((now() - begin) / turns);
  }
}
console.log(JSON.stringify(Object.fromEntries(runners.map(({ name, checksum, samples }) => [name, { checksum, samples }]))));
process.exit(0);
