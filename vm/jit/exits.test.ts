import { expect, it } from "vitest";
import { shareExits } from "./exits.ts";

const numbers = (): (() => number) => {
  let next = 0;
  return () => next++;
};

/** What the ways out of a text, run with some values, have handed over. */
const run = (text: string, fails: number, caught: boolean): unknown =>
  new Function("a", "fails", "caught", `var n = 0, w0, error; OUT: { ${text} return "done"; } return [n, w0];`)("value", fails, caught);

const again = "{ w0 = a; n = 1; break OUT; }";
const failed = "{ w0 = error; n = 2; break OUT; }";
const attempt = `try { if (caught) throw "thrown"; if (fails === 2) ${again} } catch (thrown) { error = thrown; ${failed} }`;

it("prints a way out that is taken more than once behind the text", () => {
  const text = `if (fails === 1) ${again} ${attempt} ${attempt}`;
  const shared = shareExits(text, numbers());
  expect(shared.split("n = 1;")).toHaveLength(2);
  expect(shared.split("n = 2;")).toHaveLength(2);
  for (const [fails, caught] of [
    [0, false],
    [1, false],
    [2, false],
    [0, true],
  ] as const)
    expect(run(shared, fails, caught)).toEqual(run(text, fails, caught));
});

it("leaves a text alone whose ways out differ, or name what only stands inside", () => {
  for (const text of [`if (fails === 1) ${again} ${attempt.replace(again, "")}`, "if (fails) { w0 = k1.code; n = 3; break OUT; } else { w0 = k1.code; n = 3; break OUT; }"])
    expect(shareExits(text, numbers())).toBe(text);
});
