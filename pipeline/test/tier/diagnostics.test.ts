/** Wrong projects: `expected/diagnostics.txt` is what `fusabi check` prints; `arguments.txt` names the input, where it is not the folder itself. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { callFusabi } from "../../../dist/pipeline/test/command.js";
import { hasDotnet } from "../../../dist/pipeline/test/harness.js";

const folder = path.join(import.meta.dirname, "..", "projects");
const cases = readdirSync(folder).sort();
const codesOf = (text: string) => [...text.matchAll(/\bFZ\d{4}\b/g)].map(([code]) => code);
const withDotnet = hasDotnet();

describe.each(cases)("%s", (name) => {
  const at = path.join(folder, name);
  const given = existsSync(path.join(at, "arguments.txt")) ? readFileSync(path.join(at, "arguments.txt"), "utf8").trim().split(" ") : ["."];
  const expectedFile = path.join(at, "expected", "diagnostics.txt");

  test("gives the diagnostics expected", async () => {
    const { code, stdout, stderr: printed } = await callFusabi(["check", "--cracker", "static", ...given], { cwd: at });
    const stderr = printed.replaceAll(/NuGet folder \S+/g, "NuGet folder <folder>");
    if (process.env.UPDATE_EXPECTED) writeFileSync(expectedFile, stderr);
    expect(stderr).toBe(readFileSync(expectedFile, "utf8"));
    expect(stdout).toBe("");
    expect(code).not.toBe(0);
    expect(code).not.toBe(70);
  });

  test.runIf(withDotnet)("gives the same codes when MSBuild reads the project", async () => {
    const { stderr } = await callFusabi(["check", "--cracker", "msbuild", ...given], { cwd: at });
    expect(codesOf(stderr)[0]).toBe(codesOf(readFileSync(expectedFile, "utf8"))[0]);
  });
});
