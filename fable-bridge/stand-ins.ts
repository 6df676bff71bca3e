/**
 * F# sources for .NET types that Fable does not know. They go before the project's files, where a type of their name and namespace stands before .NET's; only those
 * that the project's text names are taken, so other projects do not pay for them.
 */
import type { SourceFile } from "./fable.ts";
import { type Words, wordsOf } from "./words.ts";

const folder = "library/collections";

/** In the order of compilation: what a file declares, and the files that it needs. */
const standIns: Readonly<Record<string, { readonly declares: readonly string[]; readonly needs?: readonly string[] }>> = {
  Order: { declares: [] },
  SortedTree: { declares: [] },
  PriorityQueue: { declares: ["PriorityQueue"], needs: ["Order"] },
  LinkedList: { declares: ["LinkedList", "LinkedListNode"], needs: ["Order"] },
  SortedDictionary: { declares: ["SortedDictionary"], needs: ["Order", "SortedTree"] },
  SortedSet: { declares: ["SortedSet"], needs: ["Order", "SortedTree"] },
  SortedList: { declares: ["SortedList"], needs: ["Order"] },
  Collectors: { declares: ["ListCollector", "ArrayCollector"] },
  BitArray: { declares: ["BitArray"], needs: ["Order"] },
  Uri: { declares: ["Uri"] },
  Version: { declares: ["Version"] },
  EventArgs: { declares: ["EventArgs", "EventHandler"] },
  LinqSources: { declares: [] },
  Enumerable: { declares: ["Linq"], needs: ["Order", "LinqSources"] },
  Concurrent: { declares: ["ConcurrentDictionary", "ConcurrentQueue", "ConcurrentStack", "ConcurrentBag"] },
};

/** The text without the extension methods that no source names: there may be hundreds, a line each. */
const namedExtensions = (text: string, words: Words): string =>
  text
    .split("\n")
    .filter((line) => {
      const name = /^ +\[<Extension>\] static member (\w+)/.exec(line)?.[1];
      return name === undefined || words.has(name);
    })
    .join("\n");

/** The text of a file of the library by its path; undefined where there is none. */
export type ReadLibrary = (path: string) => string | undefined;

export const standInsFor = (sources: readonly string[], read: ReadLibrary): SourceFile[] => {
  const words = wordsOf(sources);
  const used = Object.values(standIns).filter(({ declares }) => declares.some((type) => words.has(type)));
  const wanted = new Set(used.flatMap(({ needs = [] }) => needs));
  return Object.entries(standIns)
    .filter(([name, standIn]) => wanted.has(name) || used.includes(standIn))
    .flatMap(([name]) => {
      const path = `${folder}/${name}.fs`;
      const source = read(path);
      return source === undefined ? [] : [{ path, source: namedExtensions(source, words), own: false, quiet: true }];
    });
};
