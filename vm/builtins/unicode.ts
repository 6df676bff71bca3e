/** Lookups in .NET's Unicode tables, the same on every host; unpacked when first needed. */
import { caselessRuns, categoryRuns, lowerRuns, upperRuns } from "./unicode.gen.ts";

interface Categories {
  /** Where each run starts. */
  readonly starts: Uint32Array;
  readonly values: Uint8Array;
  /** The categories of single units. */
  readonly units: Uint8Array;
}

const unpackCategories = (): Categories => {
  const runs = [...categoryRuns.matchAll(/([A-^])([0-9a-z]*)/g)];
  const starts = new Uint32Array(runs.length);
  const values = new Uint8Array(runs.length);
  const units = new Uint8Array(0x10000);
  let at = 0;
  runs.forEach(([, letter, length], i) => {
    starts[i] = at;
    values[i] = letter.charCodeAt(0) - 65;
    const end = at + (length === "" ? 1 : Number.parseInt(length, 36));
    units.fill(values[i], at, Math.min(end, 0x10000));
    at = end;
  });
  return { starts, values, units };
};

const unpackMapping = (text: string): ReadonlyMap<number, number> => {
  const mapping = new Map<number, number>();
  for (const run of text.split(",")) {
    const [start, count, step, difference] = run.split(" ").map((number) => Number.parseInt(number, 36));
    for (let i = 0; i < count; i++) mapping.set(start + i * step, start + i * step + difference);
  }
  return mapping;
};

/** The classes of units that differ in case only, as texts, by unit. */
const unpackCaseless = (): ReadonlyMap<number, string> => {
  const classes = new Map<number, string>();
  for (const [unit, least] of unpackMapping(caselessRuns)) classes.set(least, (classes.get(least) ?? String.fromCharCode(least)) + String.fromCharCode(unit));
  for (const [, units] of [...classes]) for (const unit of units) classes.set(unit.charCodeAt(0), units);
  return classes;
};

const lazy = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const categories = lazy(unpackCategories);
const upper = lazy(() => unpackMapping(upperRuns));
const lower = lazy(() => unpackMapping(lowerRuns));
const caseless = lazy(unpackCaseless);

/** .NET's UnicodeCategory of a code point; what is none is not assigned. */
export const categoryOf = (point: number): number => {
  const { starts, values, units } = categories();
  if (point >= 0 && point < 0x10000) return units[point];
  if (point < 0 || point > 0x10ffff) return 29;
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= point) low = middle;
    else high = middle;
  }
  return values[low];
};

/** All units that differ from one in case only, itself among them, in order; empty where there is no other. */
export const caselessUnits = (unit: number): string => caseless().get(unit) ?? "";

const mapPoints = (text: string, mapping: ReadonlyMap<number, number>): string => {
  let result = "";
  for (const each of text) {
    const point = each.codePointAt(0)!;
    const mapped = mapping.get(point);
    result += mapped === undefined ? each : String.fromCodePoint(mapped);
  }
  return result;
};

const ascii = /^[\0-\x7f]*$/;
/** Units of texts that a mapping remembers: the host never lets one so short hold on to a longer text that it was cut from. */
const remembered = 12;
const slots = 512;

/** A mapping of ASCII texts by the host, of others by code points. Programs map the same short texts over and over. */
const caseMapping = (first: string, host: (text: string) => string, mapping: () => ReadonlyMap<number, number>): ((text: string) => string) => {
  const start = first.charCodeAt(0);
  const known = new Array<string>(slots).fill("");
  const mapped = new Array<string>(slots).fill("");
  return (text) => {
    if (text.length > remembered) return ascii.test(text) ? host(text) : mapPoints(text, mapping());
    let hash = 0;
    let changes = false;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 127) return mapPoints(text, mapping());
      if (unit >= start && unit < start + 26) changes = true;
      hash = (Math.imul(hash, 31) + unit) | 0;
    }
    if (!changes) return text;
    const slot = hash & (slots - 1);
    if (known[slot] === text) return mapped[slot];
    known[slot] = text;
    mapped[slot] = host(text);
    return mapped[slot];
  };
};

export const upperInvariant = caseMapping("a", (text) => text.toUpperCase(), upper);
export const lowerInvariant = caseMapping("A", (text) => text.toLowerCase(), lower);
