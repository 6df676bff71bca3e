/**
 * The embedding cases here, in the versions of Node that FUSABI_NODES names, and in headless Chromium. Where CI has no Chromium and could not install one, `.ci/run` says so
 * and sets FUSABI_NO_BROWSER.
 */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compileBoundary } from "../../../dist/pipeline/test/embedding/artifact.js";
import { findBrowser, visitInBrowser } from "../../../dist/pipeline/test/embedding/browser.js";
import { visitInNode } from "../../../dist/pipeline/test/embedding/node.js";
import { embeddingCases } from "../../../dist/pipeline/test/embedding/suite.js";
import { type Journeys, travel, tryCases, type Visit } from "../../../dist/pipeline/test/embedding/visit.js";
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

  const cases = 700;

  /** The states from here went on there, and those from there go on here, all to the same end. */
  const expectSameEnds = async (there: Visit, tiers: number): Promise<void> => {
    expect(there.failures).toEqual([]);
    expect(there.count).toBeGreaterThan(tiers * cases);
    expect(there.ends.length).toBe(tiers * (here.states.length + 1));
    const back = await travel(fusabi, bytes, false, there.states);
    expect(new Set([...there.ends, ...back.ends])).toEqual(new Set(here.ends));
  };

  const nodes = (process.env.FUSABI_NODES ?? "").split(path.delimiter).filter((node) => node !== "");
  test.each(nodes.map((node) => [execFileSync(node, ["--version"], { encoding: "utf8" }).trim(), node] as const))(
    "every case holds in both tiers in Node %s; runs go on there and come back",
    async (_version, node) => {
      await expectSameEnds(await visitInNode(node, bytes, here.states), 2);
    },
  );

  const browser = findBrowser();
  const required = process.env.CI !== undefined && process.env.FUSABI_NO_BROWSER !== "1";
  describe.runIf(browser !== undefined || required)("Chromium", () => {
    test.each(["page", "worker"] as const)("every case holds in a %s, under frozen intrinsics and without eval; runs go on there and come back", async (where) => {
      if (browser === undefined) throw new Error("no Chromium: install Debian's package, or set FUSABI_NO_BROWSER=1");
      const there = await visitInBrowser(browser, bytes, here.states, where);
      expect(there.evaluates).toBe(false);
      await expectSameEnds(there, 1);
    });
  });
});
