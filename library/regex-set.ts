import { char_caseless, char_category, number_parse_int, str_char_code_at, str_index_of, str_slice, str_split } from "fusabi:builtin";
import { unicodeBlocks } from "./unicode-blocks.ts";

/** The two letters of each UnicodeCategory, in its order. */
const categoryNames: string = "LuLlLtLmLoMnMcMeNdNlNoZsZlZpCcCfCsCoPcPdPsPePiPfPoSmScSkSoCn";
const allCategories: int32 = 0x3fffffff;
const casedLetters: int32 = 7;
const digits: int32 = 0x100;
/** Letters, Mn, Nd and Pc. */
const wordCategories: int32 = 0x4013f;
const lastUnit: int32 = 0xffff;

/** The units that something can begin with: a bit for each below 128, the others all or none; and whether it can be empty. */
export class FirstUnits {
  bits: Int32Array;
  complement: any;
  wide: boolean;
  empty: boolean;

  constructor() {
    this.bits = new Int32Array(4);
    this.complement = undefined;
    this.wide = false;
    this.empty = false;
  }

  addUnit(unit: int32): void {
    if (unit >= 128) this.wide = true;
    else this.bits[unit >> 5] = this.bits[unit >> 5] | (1 << (unit & 31));
  }

  add(other: FirstUnits): void {
    for (let i: int32 = 0; i < 4; i++) this.bits[i] = this.bits[i] | other.bits[i];
    this.wide = this.wide || other.wide;
  }

  /** The bits of the units below 128 that it cannot begin with. */
  others(): Int32Array {
    if (this.complement === undefined) {
      const bits: Int32Array = new Int32Array(4);
      for (let i: int32 = 0; i < 4; i++) bits[i] = ~this.bits[i];
      this.complement = bits;
    }
    return this.complement;
  }

  addAll(): void {
    for (let i: int32 = 0; i < 4; i++) this.bits[i] = -1;
    this.wide = true;
  }
}

/** A set of UTF-16 units: ranges and Unicode categories, perhaps the complement of them, without those of another set. */
export class CharSet {
  /** first, last, first, last, … */
  ranges: any;
  sealed: Int32Array;
  first: FirstUnits;
  /** A bit for each category. */
  categories: int32;
  negated: boolean;
  /** Whether a unit is in a range when one that differs in case only is. */
  caseless: boolean;
  without: any;

  constructor() {
    this.ranges = [];
    this.sealed = new Int32Array(0);
    this.first = new FirstUnits();
    this.categories = 0;
    this.negated = false;
    this.caseless = false;
    this.without = undefined;
  }

  addRange(first: int32, last: int32): CharSet {
    this.ranges.push(first, last);
    return this;
  }

  addUnits(units: string): CharSet {
    for (let i: int32 = 0; i < units.length; i++) this.addRange(str_char_code_at(units, i), str_char_code_at(units, i));
    return this;
  }

  addCategories(mask: int32, inverted: boolean): CharSet {
    this.categories = this.categories | (inverted ? allCategories & ~mask : mask);
    return this;
  }

  /** Ascending ranges, or all units outside them. */
  addRanges(bounds: any, inverted: boolean): CharSet {
    if (!inverted) {
      for (let i: int32 = 0; i < bounds.length; i += 2) this.addRange(bounds[i], bounds[i + 1]);
      return this;
    }
    let next: int32 = 0;
    for (let i: int32 = 0; i < bounds.length; i += 2) {
      if (bounds[i] > next) this.addRange(next, bounds[i] - 1);
      next = bounds[i + 1] + 1;
    }
    return next <= lastUnit ? this.addRange(next, lastUnit) : this;
  }

  /** A category or block by its name in `\p{…}`; false where there is none. */
  addProperty(name: string, inverted: boolean, caseless: boolean): boolean {
    const mask: int32 = categoriesNamed(name);
    if (mask !== 0) {
      this.addCategories(caseless && (mask & casedLetters) === mask ? casedLetters : mask, inverted);
      return true;
    }
    const at: int32 = str_index_of(unicodeBlocks, "," + name + " ", 0);
    if (at < 0 || name === "") return false;
    const from: int32 = at + name.length + 2;
    const bounds: any = str_split(str_slice(unicodeBlocks, from, str_index_of(unicodeBlocks, ",", from)), " ", undefined);
    this.addRanges([number_parse_int(bounds[0], 16) | 0, number_parse_int(bounds[1], 16) | 0], inverted);
    return true;
  }

  seal(): void {
    const bounds: Int32Array = new Int32Array(this.ranges.length);
    for (let i: int32 = 0; i < bounds.length; i++) bounds[i] = this.ranges[i];
    this.sealed = bounds;
    if (this.without) this.without.seal();
    this.fillFirst();
  }

  fillFirst(): void {
    const first: FirstUnits = this.first;
    first.wide = this.negated || this.categories !== 0;
    const bounds: Int32Array = this.sealed;
    for (let i: int32 = 1; i < bounds.length; i += 2) {
      if (bounds[i] >= 128 || this.caseless) first.wide = true;
    }
    if (this.categories !== 0 || this.caseless || this.without) {
      for (let unit: int32 = 0; unit < 128; unit++) {
        if (this.has(unit)) first.addUnit(unit);
      }
      return;
    }
    for (let i: int32 = 0; i < bounds.length; i += 2) {
      for (let unit: int32 = bounds[i]; unit <= bounds[i + 1] && unit < 128; unit++) first.addUnit(unit);
    }
    if (!this.negated) return;
    for (let i: int32 = 0; i < 4; i++) first.bits[i] = ~first.bits[i];
  }

  inRanges(unit: int32): boolean {
    const bounds: Int32Array = this.sealed;
    const count: int32 = bounds.length;
    for (let i: int32 = 0; i < count; i += 2) {
      if (unit >= bounds[i] && unit <= bounds[i + 1]) return true;
    }
    return false;
  }

  /** Whether a unit is in the set, which must be sealed. */
  has(unit: int32): boolean {
    let found: boolean = this.inRanges(unit) || (this.categories !== 0 && ((this.categories >>> char_category(unit)) & 1) !== 0);
    if (!found && this.caseless) {
      const others: string = char_caseless(unit);
      for (let i: int32 = 0; i < others.length && !found; i++) found = this.inRanges(str_char_code_at(others, i));
    }
    if (found === this.negated) return false;
    return this.without === undefined || !this.without.has(unit);
  }
}

/** Where two-letter names begin with one. */
function categoriesNamed(name: string): int32 {
  let mask: int32 = 0;
  if (name.length === 0 || name.length > 2) return mask;
  for (let i: int32 = 0; i < 30; i++) {
    if (str_slice(categoryNames, 2 * i, 2 * i + name.length) === name) mask = mask | (1 << i);
  }
  return mask;
}

const asciiDigits: any = [48, 57];
const asciiWord: any = [48, 57, 65, 90, 95, 95, 97, 122];
const asciiSpaces: any = [9, 13, 32, 32];
const spaces: any = [9, 13, 32, 32, 0x85, 0x85, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f, 0x205f, 0x3000, 0x3000];
const javaScriptSpaces: any = [9, 13, 32, 32, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f, 0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff];

/** Which meaning `\d`, `\w`, `\s` have. */
export const DOTNET: int32 = 0;
export const ECMASCRIPT: int32 = 1;
export const JAVASCRIPT: int32 = 2;

/** Adds what `\d`, `\D`, `\w`, `\W`, `\s` or `\S` stands for. */
export function addShorthand(set: CharSet, letter: string, flavour: int32): CharSet {
  const inverted: boolean = letter === "D" || letter === "W" || letter === "S";
  switch (letter) {
    case "d":
    case "D":
      return flavour === DOTNET ? set.addCategories(digits, inverted) : set.addRanges(asciiDigits, inverted);
    case "w":
    case "W":
      return flavour === DOTNET ? set.addCategories(wordCategories, inverted) : set.addRanges(asciiWord, inverted);
    default:
      return set.addRanges(flavour === DOTNET ? spaces : flavour === ECMASCRIPT ? asciiSpaces : javaScriptSpaces, inverted);
  }
}

/** What `\w` matches. */
export function isWordUnit(unit: int32): boolean {
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95;
  return ((wordCategories >>> char_category(unit)) & 1) !== 0;
}

/** What `\b` takes for part of a word: joiners too. */
export function isBoundaryUnit(unit: int32): boolean {
  return isWordUnit(unit) || unit === 0x200c || unit === 0x200d;
}

export function isAsciiWordUnit(unit: int32): boolean {
  return unit < 128 && isWordUnit(unit);
}
