/**
 * Modules of fable-library-js and the modules of our runtime library that stand before them: a name is taken from the first of ours that exports it,
 * wherever it is used, and from fable-library-js where none does.
 */
export const overrides: Readonly<Record<string, readonly string[]>> = {
  "Util.js": ["library/util.ts", "library/equality.ts", "library/enumerators.ts", "library/currying.ts", "library/exceptions.ts", "library/exception-factories.ts"],
  "Types.js": ["library/types.ts", "library/exceptions.ts"],
  "System.js": ["library/exceptions.ts", "library/exception-factories.ts"],
  "System.Collections.Generic.js": ["library/exceptions.ts", "library/exception-factories.ts"],
  "AsyncBuilder.js": ["library/exceptions.ts"],
  "FSharp.Core.js": ["library/exception-factories.ts"],
  "Option.js": ["library/option.ts"],
  "Result.js": ["library/result.ts"],
  "Choice.js": ["library/choice.ts"],
  "String.js": ["library/string.ts", "library/string-split.ts", "library/format.ts", "library/base64.ts", "library/formattable.ts"],
  "System.Text.js": ["library/string-builder.ts"],
  "Array.js": ["library/array.ts", "library/array-search.ts", "library/array-slices.ts", "library/resize-array.ts"],
  "Native.js": ["library/array.ts"],
  "Seq.js": ["library/seq.ts", "library/seq-consumers.ts"],
  "Range.js": ["library/range.ts"],
  "List.js": ["library/list.ts", "library/list-build.ts", "library/list-search.ts", "library/list-order.ts", "library/list-slices.ts"],
};
