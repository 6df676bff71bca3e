// Comparison of strings: ordinal, and a culture-sensitive order close to the root collation that .NET's invariant culture has:
// letters by the alphabet before accents before case (lower first), digits before letters, punctuation before digits. Scripts beyond Latin go by code point.
import { str_char_code_at, str_compare_ordinal, str_normalize, str_slice, str_to_lower, str_to_upper } from "fusabi:builtin";

const currentCultureIgnoreCase: int32 = 1;
const invariantCultureIgnoreCase: int32 = 3;
const ordinal: int32 = 4;
const ordinalIgnoreCase: int32 = 5;

/** A StringComparison, or whether case is ignored under the culture's rules. */
export const ignoresCase = (comparison: any): boolean =>
  comparison === true || comparison === currentCultureIgnoreCase || comparison === invariantCultureIgnoreCase || comparison === ordinalIgnoreCase;
export const isOrdinal = (comparison: any): boolean => comparison === ordinal || comparison === ordinalIgnoreCase;

/** ASCII in the order of the root collation; what is not here is ignored. */
const asciiOrder: string = "\t\n\u000b\u000c\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
const capital: int32 = 128;

/** Per ASCII unit its place in the order, `capital` added for capitals; 0 where it is ignored. */
const asciiWeights: any = makeWeights();

function makeWeights(): any {
  const result: any = new Int32Array(128);
  for (let i: int32 = 0; i < asciiOrder.length; i++) {
    const code: int32 = str_char_code_at(asciiOrder, i);
    result[code] = i + 1;
    if (code >= 97) result[code - 32] = i + 1 + capital;
  }
  return result;
}

const sign = (x: int32): int32 => (x < 0 ? -1 : x > 0 ? 1 : 0);

/** -1, 0 or 1 by the culture's order. */
export function compareCulture(x: string, y: string, ignoreCase: boolean): int32 {
  if (x === y) return 0;
  const weights: any = asciiWeights;
  const shared: int32 = Math.min(x.length, y.length);
  let byCase: int32 = 0;
  for (let i: int32 = 0; i < shared; i++) {
    const a: int32 = str_char_code_at(x, i);
    const b: int32 = str_char_code_at(y, i);
    if (a > 127 || b > 127) return compareKeys(x, y, ignoreCase);
    if (a !== b) {
      const v: int32 = weights[a];
      const w: int32 = weights[b];
      if (v === 0 || w === 0) return compareKeys(x, y, ignoreCase);
      if ((v & 127) !== (w & 127)) return isAscii(x, i) && isAscii(y, i) ? sign((v & 127) - (w & 127)) : compareKeys(x, y, ignoreCase);
      if (byCase === 0) byCase = v - w;
    }
  }
  if (x.length !== y.length) {
    if (!isAscii(x, shared) || !isAscii(y, shared)) return compareKeys(x, y, ignoreCase);
    return x.length < y.length ? -1 : 1;
  }
  return ignoreCase ? 0 : sign(byCase);
}

/** Whether the unit at `at` and the one behind it, which may be an accent to it, are ASCII that counts. */
function isAscii(text: string, at: int32): boolean {
  for (let i: int32 = at; i < at + 2 && i < text.length; i++) {
    const code: int32 = str_char_code_at(text, i);
    if (code > 127 || asciiWeights[code] === 0) return false;
  }
  return true;
}

/** What a text is compared by: letters, then accents, then case. */
class Key {
  letters: any = [];
  accents: any = [];
  cases: any = [];
  constructor(text: string) {
    const parts: string = str_normalize(text, "NFD");
    for (let i: int32 = 0; i < parts.length; i++) this.add(str_char_code_at(parts, i), str_slice(parts, i, i + 1));
  }

  add(code: int32, unit: string): void {
    if (code < 128) {
      const weight: int32 = asciiWeights[code];
      if (weight !== 0) this.append(weight & 127, weight > 127 ? 1 : 0);
    } else if (code >= 768 && code < 880) {
      const last: int32 = this.accents.length - 1;
      if (last >= 0) this.accents[last] = this.accents[last] * 128 + (code - 767);
    } else if (code === 223) {
      // ß stands as ss
      this.append(asciiWeights[115], 0);
      this.append(asciiWeights[115], 0);
      this.accents[this.accents.length - 1] = 1;
    } else {
      const lower: string = str_to_lower(unit);
      this.append(1000 + str_char_code_at(lower, 0), lower === unit ? 0 : 1);
    }
  }

  append(letter: int32, capital: int32): void {
    this.letters.push(letter);
    this.accents.push(0);
    this.cases.push(capital);
  }
}

function compareNumbers(x: any, y: any): int32 {
  const shared: int32 = Math.min(x.length, y.length);
  for (let i: int32 = 0; i < shared; i++) {
    if (x[i] !== y[i]) return x[i] < y[i] ? -1 : 1;
  }
  return sign(x.length - y.length);
}

function compareKeys(x: string, y: string, ignoreCase: boolean): int32 {
  const a: Key = new Key(x);
  const b: Key = new Key(y);
  const byLetters: int32 = compareNumbers(a.letters, b.letters);
  if (byLetters !== 0) return byLetters;
  const byAccents: int32 = compareNumbers(a.accents, b.accents);
  if (byAccents !== 0 || ignoreCase) return byAccents;
  return compareNumbers(a.cases, b.cases);
}

/** Comparison by a StringComparison (or a flag for case); null is less than everything. */
export function compareBy(x: any, y: any, comparison: any): int32 {
  if (x == null) return y == null ? 0 : -1;
  if (y == null) return 1;
  if (comparison === ordinal) return str_compare_ordinal(x, y);
  if (comparison === ordinalIgnoreCase) return str_compare_ordinal(str_to_upper(x), str_to_upper(y));
  return compareCulture(x, y, ignoresCase(comparison));
}

/** What two texts are equal by under a comparison, searching inside strings included. */
export const foldBy = (text: string, comparison: any): string => (ignoresCase(comparison) ? str_to_upper(text) : text);
