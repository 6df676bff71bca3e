/** Some families of the generated probe; `npm run probe` runs all of them. */
import { expect, test } from "vitest";
import { openCompiler } from "../../../dist/pipeline/compile.js";
import { families } from "../../../dist/pipeline/probe/families.js";
import { judge } from "../../../dist/pipeline/probe/known.js";
import { compareFamily } from "../../../dist/pipeline/probe/rows.js";

const probed = ["texts", "exceptions", "tables", "dates"];
/** Of all rows. */
const admitted = 0.01;

test("rows of the probe equal .NET's but for those that the table lists, one in a hundred at most", async () => {
  const compiler = openCompiler();
  let count = 0;
  let different = 0;
  try {
    for (const family of families.filter(({ name }) => probed.includes(name))) {
      const { rows, differences } = await compareFamily(family, compiler);
      expect(judge(family.name, differences)).toEqual({ unlisted: [], mended: [] });
      count += rows;
      different += differences.length;
    }
  } finally {
    await compiler.close();
  }
  expect(count).toBeGreaterThan(2000);
  expect(different / count).toBeLessThanOrEqual(admitted);
});
