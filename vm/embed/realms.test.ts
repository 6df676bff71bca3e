/** Values of other realms (frames, Node's `vm`) are what they are here. */
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { FzbError } from "../../schemas/fzb/error.ts";
import { thrownText } from "../host-values.ts";
import { describe, timeOf } from "./crossing.ts";
import { Engine } from "./engine.ts";
import { FusabiError } from "./errors.ts";

test("dates and errors", () => {
  expect(timeOf(runInNewContext("new Date(5)"))).toBe(5);
  expect(timeOf({ [Symbol.toStringTag]: "Date" })).toBeUndefined();
  expect(describe(runInNewContext("new Date(NaN)"))).toBe("an invalid Date");
  expect(thrownText(runInNewContext("new RangeError('far')"))).toBe("far");
  expect(thrownText(runInNewContext("({ message: 'no error' })"))).toBe("something that is no error was thrown");
});

test("bytes, in any buffer and view", () => {
  const sources = ["Uint8Array.of(1, 2)", "new DataView(new ArrayBuffer(8))", "new ArrayBuffer(8)", "new SharedArrayBuffer(8)", "new Uint8Array(new SharedArrayBuffer(8))"];
  for (const source of sources) expect(() => new Engine().load(runInNewContext(source)), source).toThrow(FzbError);
  for (const source of [undefined, null, "App.fzb", 5]) expect(() => new Engine().load(source as never), String(source)).toThrow(FusabiError);
});
