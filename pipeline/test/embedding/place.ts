/** One Node as a place to try: reads an `Exchange` from standard input, prints what `travel` and `tryCases` gave in both tiers. */
import { text } from "node:stream/consumers";
import * as fusabi from "../../../vm/index.ts";
import { type Exchange, toBytes, toText } from "./node.ts";
import { travel, tryCases } from "./visit.ts";

const { artifact, states: given } = JSON.parse(await text(process.stdin)) as Exchange;
const bytes = toBytes(artifact);
const failures: string[] = [];
const ends: string[] = [];
let states: readonly Uint8Array[] = [];
let count = 0;
for (const jit of [false, true]) {
  const tried = await tryCases(fusabi, bytes, jit);
  const went = await travel(fusabi, bytes, jit, given.map(toBytes));
  count += tried.count;
  failures.push(...tried.failures);
  ends.push(...went.ends);
  states = went.states;
}
process.stdout.write(`${JSON.stringify({ count, failures, ends, states: states.map(toText) })}\n`);
