/** The embedding cases here and in headless Chromium. Where CI has none and could not install one, `.ci/run` says so and sets FUSABI_NO_BROWSER. */
import { beforeAll, describe, expect, test } from "vitest";
import { compileBoundary } from "../../../dist/pipeline/test/embedding/artifact.js";
import { findBrowser, visitInBrowser } from "../../../dist/pipeline/test/embedding/browser.js";
import { embeddingCases } from "../../../dist/pipeline/test/embedding/suite.js";
import { type Journeys, travel, tryCases } from "../../../dist/pipeline/test/embedding/visit.js";
import * as fusabi from "../../../dist/vm/index.js";

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await compileBoundary();
});

let here: Journeys;

describe("embedding", () => {
  test("there are cases of every hostile value", () => {
    expect(embeddingCases(fusabi, bytes, false).filter(({ name }) => / is (given|answered) |throws |a promise /.test(name)).length).toBeGreaterThan(200);
  });

  test("every case holds in the interpreter, and a saved run goes on to the same end", async () => {
    expect(await tryCases(fusabi, bytes, false)).toMatchObject({ failures: [] });
    const { states } = await travel(fusabi, bytes, false, []);
    here = await travel(fusabi, bytes, false, states);
    expect(here.states.length).toBeGreaterThan(5);
    expect(new Set(here.ends).size).toBe(1);
  });

  test("every case holds in the compiled tier, and what the interpreter saved goes on there", async () => {
    expect(await tryCases(fusabi, bytes, true)).toMatchObject({ failures: [] });
    const { ends } = await travel(fusabi, bytes, true, here.states);
    expect(new Set(ends)).toEqual(new Set(here.ends));
  });

  const browser = findBrowser();
  const required = process.env.CI !== undefined && process.env.FUSABI_NO_BROWSER !== "1";
  test.runIf(browser !== undefined || required)("every case holds in Chromium, under frozen intrinsics and without eval; runs go on there and come back", async () => {
    if (browser === undefined) throw new Error("no Chromium: install Debian's package, or set FUSABI_NO_BROWSER=1");
    const there = await visitInBrowser(browser, bytes, here.states);
    expect(there.failures).toEqual([]);
    expect(there.evaluates).toBe(false);
    expect(there.count).toBeGreaterThan(700);
    expect(there.ends.length).toBe(here.states.length + 1);
    const back = await travel(fusabi, bytes, false, there.states);
    expect(new Set([...there.ends, ...back.ends])).toEqual(new Set(here.ends));
  });
});
