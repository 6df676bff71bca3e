/**
 * For each row of the replacement table (lowering/overrides.ts) the test that needs it: a sample whose artifact runs one of the row's modules and prints what .NET prints
 * (tier/samples.test.ts), or a program of its own (replacements.test.ts).
 */
export const neededBySample: Readonly<Record<string, string>> = {
  "Util.js": "decimals",
  "Types.js": "active-patterns",
  "System.js": "sequences",
  "System.Collections.Generic.js": "job-scheduling",
  "AsyncBuilder.js": "async-workflows",
  "Async.js": "async-workflows",
  "Task.js": "tasks",
  "TaskBuilder.js": "tasks",
  "MailboxProcessor.js": "agents",
  "FSharp.Core.js": "billing",
  "Option.js": "active-patterns",
  "Result.js": "validation",
  "Choice.js": "async-workflows",
  "String.js": "formatting",
  "BigInt.js": "integers",
  "Decimal.js": "decimals",
  "System.Text.js": "text-members",
  "Encoding.js": "text-members",
  "MapUtil.js": "collections",
  "MutableMap.js": "collections",
  "MutableSet.js": "collections",
  "Int32.js": "integers",
  "Random.js": "decimals",
  "BitConverter.js": "text-members",
  "Guid.js": "decimals",
  "TimeSpan.js": "decimals",
  "Date.js": "calendar",
  "DateOffset.js": "log-timestamps",
  "DateOnly.js": "calendar",
  "TimeOnly.js": "calendar",
  "Char.js": "text-members",
  "Reflection.js": "reflection",
  "Event.js": "agents",
  "Array.js": "array-members",
  "Native.js": "array-members",
  "Seq.js": "sequences",
  "Seq2.js": "calendar",
  "Map.js": "ordered-maps",
  "Set.js": "graph-search",
  "Range.js": "sequences",
  "List.js": "active-patterns",
};

/** Annotated TypeScript that prints by `write`, and what .NET prints for the same F#. */
export const neededByProgram: Readonly<Record<string, { readonly code: string; readonly text: string }>> = {
  "Long.js": {
    code: `import { parse } from "fable-library/Long.js";
      try { parse("9223372036854775808", 511, false, 64); } catch (e: any) { write(e.message); }`,
    text: "Value was either too large or too small for an Int64.",
  },
  "Double.js": {
    code: `import { parse } from "fable-library/Double.js";
      try { parse("1,5x"); } catch (e: any) { write(e.message); }`,
    text: "The input string '1,5x' was not in a correct format.",
  },
  "Boolean.js": {
    code: `import { parse } from "fable-library/Boolean.js";
      write("" + parse(" TRUE ")); try { parse("yes"); } catch (e: any) { write(" " + e.message); }`,
    text: "true String 'yes' was not recognized as a valid Boolean.",
  },
  "CollectionUtil.js": {
    code: `import { add, contains } from "fable-library/CollectionUtil.js"; import { ofArray } from "fable-library/List.js";
      const xs: any = []; add(xs, ofArray([1, 2])); write("" + contains(xs, ofArray([1, 2])) + contains(xs, ofArray([2])));`,
    text: "truefalse",
  },
  "quotation.js": {
    code: `import { isLambda, isValue } from "fable-library/quotation.js"; write("" + (isLambda(1) == null) + (isValue("x") == null));`,
    text: "truetrue",
  },
  "Timer.js": {
    code: `import { Timer } from "fable-library/Timer.js"; const t: any = new Timer(250); write("" + t.Interval + t.AutoReset + t.Enabled); t.Enabled = true; write("" + t.Enabled); t.Stop(); write("" + t.Enabled);`,
    text: "250truefalsetruefalse",
  },
};
