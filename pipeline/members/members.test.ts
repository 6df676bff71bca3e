import { expect, it } from "vitest";
import { openCompiler } from "../../dist/pipeline/compile.js";
import { compareMembers } from "./compare.ts";
import { keyOf, readMembers, readStates } from "./rows.ts";

// One row in so many: `npm run members` compares all of them, which takes minutes.
const stride = 100;

it("answers for members as states.txt says", async () => {
  const states = readStates();
  const compiler = openCompiler();
  try {
    const chosen = readMembers().filter((row, at) => at % stride === 0 && !states.has(keyOf(row)));
    const judged = await compareMembers(chosen, compiler);
    expect(judged.filter(({ state }) => state !== "same")).toEqual([]);
    expect(judged).toHaveLength(chosen.length);
  } finally {
    await compiler.close();
  }
});
