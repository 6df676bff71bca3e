// System.Text.RegularExpressions.Regex, as the F# types of fable-bridge/prelude/regex.ts call it.
import { str_index_of, str_join, str_slice } from "fusabi:builtin";
import { checkNotNull } from "./argument-checks.ts";
import { ArgumentOutOfRangeException } from "./exceptions.ts";
import { programOf } from "./regex-cache.ts";
import { type Match, MatchCollection, searchFrom } from "./regex-match.ts";
import { RegexMatcher } from "./regex-matcher.ts";
import { type RegexProgram, toInt32Array } from "./regex-program.ts";
import { parseReplacement, replacementText } from "./regex-replacement.ts";
import { ECMA_SCRIPT, RegexScanner, RIGHT_TO_LEFT } from "./regex-scanner.ts";

export * from "./regex-match.ts";

const knownOptions: int32 = 2047;
/** IgnoreCase, Multiline, Compiled, CultureInvariant: what may stand beside ECMAScript. */
const besideEcmaScript: int32 = 779;

export class Regex {
  static readonly $type: string = "System.Text.RegularExpressions.Regex";
  pattern: string;
  options: int32;
  program: RegexProgram;
  matcher: RegexMatcher;

  constructor(pattern: any, options?: any, _timeout?: any) {
    checkNotNull(pattern, "pattern");
    this.pattern = pattern;
    this.options = options ?? 0;
    const isKnown: boolean = (this.options & ~knownOptions) === 0 && ((this.options & ECMA_SCRIPT) === 0 || (this.options & ~besideEcmaScript) === 0);
    if (!isKnown) throw new ArgumentOutOfRangeException("options");
    this.program = programOf(pattern, this.options);
    this.matcher = new RegexMatcher(this.program, "");
  }

  Options(): int32 {
    return this.options;
  }
  RightToLeft(): boolean {
    return (this.options & RIGHT_TO_LEFT) !== 0;
  }
  IsMatch(input: any, startAt?: any): boolean {
    return this.Match(input, startAt).Success();
  }
  Match(input: any, startAt?: any): Match {
    return searchFrom(this, input, this.startOf(input, startAt), false);
  }
  Matches(input: any, startAt?: any): MatchCollection {
    return new MatchCollection(this.Match(input, startAt));
  }
  Count(input: any, startAt?: any): int32 {
    return this.Matches(input, startAt).Count();
  }
  /** A replacement is a text, or a function of the match. */
  Replace(input: any, replacement: any, count?: any, startAt?: any): string {
    checkNotNull(input, "input");
    checkNotNull(replacement, "replacement");
    const most: int32 = count ?? -1;
    if (most < -1) throw new ArgumentOutOfRangeException("count", "Count cannot be less than -1.");
    const matches: any = this.firstMatches(input, most, startAt);
    if (matches.length === 0) return input;
    const parts: any = typeof replacement === "string" ? parseReplacement(this.program, replacement) : undefined;
    // evaluators are called in the order of the matches
    const texts: any = matches.map((match: Match) => (parts === undefined ? (replacement(match) ?? "") : replacementText(parts, match)));
    return splice(input, this.leftToRight(matches), this.leftToRight(texts));
  }
  Split(input: any, count?: any, startAt?: any): any {
    const most: int32 = count ?? 0;
    if (most < 0) throw new ArgumentOutOfRangeException("count", "Count cannot be less than -1.");
    const matches: any = this.firstMatches(input, most - 1, startAt);
    return this.RightToLeft() ? splitBack(input, matches) : splitForward(input, matches);
  }
  GetGroupNames(): any {
    return this.program.groups.names.slice();
  }
  GetGroupNumbers(): any {
    return toInt32Array(this.program.groups.numbers);
  }
  GroupNameFromNumber(number: int32): string {
    const slot: int32 = this.program.groups.numbers.indexOf(number);
    return slot < 0 ? "" : this.program.groups.names[slot];
  }
  GroupNumberFromName(name: any): int32 {
    checkNotNull(name, "name");
    const slot: int32 = this.program.groups.names.indexOf(name);
    return slot < 0 ? -1 : this.program.groups.numbers[slot];
  }
  toString(): string {
    return this.pattern;
  }

  /** Where to begin, the whole input where nothing is said. */
  startOf(input: any, startAt: any): int32 {
    checkNotNull(input, "input");
    if (startAt === undefined) return this.RightToLeft() ? input.length : 0;
    if (startAt < 0 || startAt > input.length) {
      throw new ArgumentOutOfRangeException("startat", "Start index cannot be less than 0 or greater than input length.");
    }
    return startAt;
  }

  /** At most `count` matches, all where it is negative. */
  firstMatches(input: any, count: int32, startAt: any): any {
    const matches: MatchCollection = this.Matches(input, startAt);
    if (count < 0) return matches.all();
    if (count === 0) return [];
    matches.reach(count - 1);
    return matches.found.slice(0, count);
  }

  leftToRight(items: any): any {
    return this.RightToLeft() ? items.reverse() : items;
  }
}

function splitForward(input: string, matches: any): any {
  const parts: any = [];
  let at: int32 = 0;
  for (const match of matches) {
    parts.push(str_slice(input, at, match.start));
    at = match.end;
    pushCaptured(parts, match);
  }
  parts.push(str_slice(input, at, undefined));
  return parts;
}

/** Captures too come from right to left. */
function splitBack(input: string, matches: any): any {
  const parts: any = [];
  let at: int32 = input.length;
  for (const match of matches) {
    parts.push(str_slice(input, match.end, at));
    at = match.start;
    pushCaptured(parts, match);
  }
  parts.push(str_slice(input, 0, at));
  return parts.reverse();
}

function pushCaptured(parts: any, match: Match): void {
  for (let slot: int32 = 1; slot < match.slots(); slot++) {
    if (match.slotText(slot) !== undefined) parts.push(match.Groups().Numbered(slot).Value());
  }
}

/** What lies around matches, with a text for each of them between. */
function splice(input: string, matches: any, texts: any): string {
  const parts: any = [];
  let at: int32 = 0;
  for (let i: int32 = 0; i < matches.length; i++) {
    parts.push(str_slice(input, at, matches[i].start));
    parts.push(texts[i]);
    at = matches[i].end;
  }
  parts.push(str_slice(input, at, undefined));
  return str_join(parts, "");
}

export const Regex_IsMatch = (input: any, pattern: any, options?: any): boolean => new Regex(pattern, options).IsMatch(input);
export const Regex_Match = (input: any, pattern: any, options?: any): Match => new Regex(pattern, options).Match(input);
export const Regex_Matches = (input: any, pattern: any, options?: any): MatchCollection => new Regex(pattern, options).Matches(input);
export const Regex_Count = (input: any, pattern: any, options?: any): int32 => new Regex(pattern, options).Count(input);
export const Regex_Split = (input: any, pattern: any, options?: any): any => new Regex(pattern, options).Split(input);
export const Regex_Replace = (input: any, pattern: any, replacement: any, options?: any): string => new Regex(pattern, options).Replace(input, replacement);

const special: string = "\t\n\f\r #$()*+.?[\\^{|";
const escapeLetters: string = "tnfr";

export function Regex_Escape(text: any): string {
  checkNotNull(text, "str");
  const parts: any = [];
  for (let i: int32 = 0; i < text.length; i++) {
    const unit: string = text[i];
    const at: int32 = str_index_of(special, unit, 0);
    parts.push(at < 0 ? unit : "\\" + (at < 4 ? escapeLetters[at] : unit));
  }
  return str_join(parts, "");
}

export function Regex_Unescape(text: any): string {
  checkNotNull(text, "str");
  const scanner: RegexScanner = new RegexScanner(text, 0);
  const parts: any = [];
  while (!scanner.atEnd()) {
    const unit: string = scanner.next();
    if (unit === "\\" && scanner.atEnd()) scanner.fail("Illegal \\ at end of pattern.");
    parts.push(unit === "\\" ? scanner.escapedUnit() : unit);
  }
  return str_join(parts, "");
}
