/** The embedding cases in headless Chromium. Where CI has none and could not install one, `.ci/run` says so and sets FUSABI_NO_BROWSER. */
import { expect, test } from "vitest";
import { compileBoundary } from "../../../dist/pipeline/test/embedding/artifact.js";
import { findBrowser, runInBrowser } from "../../../dist/pipeline/test/embedding/browser.js";

const browser = findBrowser();
const required = process.env.CI !== undefined && process.env.FUSABI_NO_BROWSER !== "1";

test.runIf(browser !== undefined || required)("every embedding case holds in Chromium, under frozen intrinsics and without eval", async () => {
  if (browser === undefined) throw new Error("no Chromium: install Debian's package, or set FUSABI_NO_BROWSER=1");
  const { count, failures, evaluates } = await runInBrowser(browser, await compileBoundary());
  expect(failures).toEqual([]);
  expect(evaluates).toBe(false);
  expect(count).toBeGreaterThan(700);
});
