/** One Node as a place to try: `place.js ARTIFACT` with states as JSON on standard input, which prints what `travel` and `tryCases` gave. */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import * as fusabi from "../../vm/index.ts";
import { travel, tryCases } from "../test/embedding/visit.ts";

const bytes = new Uint8Array(readFileSync(process.argv[2]!));
const given = (JSON.parse(await text(process.stdin)) as string[]).map((state) => new Uint8Array(Buffer.from(state, "base64")));
const failures: string[] = [];
const ends: string[] = [];
let states: string[] = [];
let count = 0;
for (const jit of [false, true]) {
  const tried = await tryCases(fusabi, bytes, jit);
  const went = await travel(fusabi, bytes, jit, given);
  count += tried.count;
  failures.push(...tried.failures);
  ends.push(...went.ends);
  states = went.states.map((state) => Buffer.from(state).toString("base64"));
}
process.stdout.write(`${JSON.stringify({ count, failures, ends, states })}\n`);
