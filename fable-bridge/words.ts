/** The words of some sources: what they do not name they cannot use, so that it need not be compiled with them. */
export type Words = ReadonlySet<string>;

export const wordsOf = (sources: readonly string[]): Words => new Set(sources.flatMap((text) => text.match(/\w+/g) ?? []));

export const hasWord = (words: Words, like: RegExp): boolean => [...words].some((word) => like.test(word));
