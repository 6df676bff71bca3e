// `npm test`: every vitest project, then the closing line `N passed, N failed` as the last line on stdout.
import { parseCLI, startVitest } from "vitest/node";

const { filter, options } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const vitest = await startVitest("test", filter, { ...options, watch: false, run: true });
let passed = 0;
let failed = 0;
for (const module of vitest?.state.getTestModules() ?? []) {
  failed += module.errors().length;
  for (const suite of module.children.allSuites()) failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === "passed") passed++;
    else if (state === "failed" || state === "pending") failed++;
  }
}
failed += vitest?.state.getUnhandledErrors().length ?? 1;
await vitest?.close();
const ran = passed + failed > 0;
console.log(`${passed} passed, ${ran ? failed : 1} failed`);
process.exit(ran && failed === 0 ? 0 : 1);
