/** Modules of our library whose classes stand for .NET types. */
export const typedLibraryModules = ["library/exceptions.ts", "library/types.ts", "library/list.ts", "library/result.ts", "library/choice.ts"];
/** … and those that are read for one type only. */
export const modulesOfTypes: Readonly<Record<string, string>> = {
  "System.DateTime": "library/date-time.ts",
  "System.DateTimeOffset": "library/date-offset.ts",
  "System.DateOnly": "library/date-only.ts",
  "System.UnauthorizedAccessException": "library/io-exceptions.ts",
  "System.IO.IOException": "library/io-exceptions.ts",
  "System.IO.FileNotFoundException": "library/io-exceptions.ts",
  "System.IO.DirectoryNotFoundException": "library/io-exceptions.ts",
  "System.IO.EndOfStreamException": "library/io-exceptions.ts",
};

/** Modules of our library that hold the platform's functions which are bytecode: `Array_from`, `Object_entries`, `Map_new` … */
export const platformModules = [
  "library/platform-array.ts",
  "library/platform-map.ts",
  "library/platform-string.ts",
  "library/platform-regexp.ts",
  "library/platform-uri.ts",
  "library/platform-object.ts",
  "library/platform-function.ts",
  "library/platform-host.ts",
  "library/console.ts",
];
