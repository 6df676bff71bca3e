/**
 * One program in one process: `measure.mjs JSON` with { artifact, bundle, n, rounds }; prints { column: { checksum, samples } } in milliseconds. With `peak`, the name
 * of a column, it only runs that one for a while and prints the most kilobytes that the process ever held.
 */
import { columns } from "./columns.mjs";

const request = JSON.parse(process.argv[2]);
/** Milliseconds: a column is warm when this long no turn was better by a tenth than the best before (V8 takes half a second to optimise the interpreter's loop). */
const steady = request.steady ?? 600;
/** Milliseconds that a sample takes at least. */
const shortest = request.shortest ?? 20;
const now = () => performance.now();

const warm = (run, steady) => {
  const begin = now();
  let best = Number.POSITIVE_INFINITY;
  let improved = begin;
  for (let at = begin; at - improved < steady && at - begin < 6 * steady; ) {
    run();
    const end = now();
    if (end - at < best * 0.9) {
      best = end - at;
      improved = end;
    }
    at = end;
  }
  return best;
};

if (request.peak !== undefined) {
  const run = await columns[request.peak].open(request);
  warm(run, steady);
  console.log(JSON.stringify(process.resourceUsage().maxRSS));
  process.exit(0);
}

const runners = [];
for (const [name, column] of Object.entries(columns)) {
  if (request.columns === undefined ? column.asked : !request.columns.includes(name)) continue;
  const run = await column.open(request);
  if (run === undefined) continue;
  const checksum = run();
  warm(run, steady);
  runners.push({ name, run, checksum, turns: 1, samples: [] });
}
// Again, since columns share code: what one of them meets first sends the other's back to the host's compiler.
for (const runner of runners) runner.turns = Math.max(1, Math.round(shortest / warm(runner.run, steady / 2)));

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
