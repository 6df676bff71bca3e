// What a search gives: captures, groups, matches, and the collections of them.
import { str_slice } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";
import { checkNotNull } from "./argument-checks.ts";
import { EnumeratorIterator, enumerateArray } from "./enumerators.ts";
import { ArgumentOutOfRangeException, NotSupportedException } from "./exceptions.ts";
import type { RegexMatcher } from "./regex-matcher.ts";
import { parseReplacement, replacementText } from "./regex-replacement.ts";
import { RIGHT_TO_LEFT } from "./regex-scanner.ts";

export class Capture {
  static readonly $type: string = "System.Text.RegularExpressions.Capture";
  text: string;
  start: int32;
  end: int32;

  constructor(text: string, start: int32, end: int32) {
    this.text = text;
    this.start = start;
    this.end = end;
  }
  Index(): int32 {
    return this.start;
  }
  Length(): int32 {
    return this.end - this.start;
  }
  Value(): string {
    return str_slice(this.text, this.start, this.end);
  }
  toString(): string {
    return this.Value();
  }
}

export class Group extends Capture {
  static readonly $type: string = "System.Text.RegularExpressions.Group";
  name: string;
  /** In the order in which they were made; the last one is the group's own. */
  captures: any;

  constructor(text: string, name: string, captures: any) {
    const last: any = captures.length > 0 ? captures[captures.length - 1] : undefined;
    super(text, last ? last.start : 0, last ? last.end : 0);
    this.name = name;
    this.captures = captures;
  }
  Success(): boolean {
    return this.captures.length > 0;
  }
  Name(): string {
    return this.name;
  }
  Captures(): CaptureCollection {
    return new CaptureCollection(this.captures);
  }
}

/** A match keeps what its groups captured in the matcher's form until somebody asks for it. */
export class Match extends Group {
  static readonly $type: string = "System.Text.RegularExpressions.Match";
  /** undefined where nothing matched */
  regex: any;
  heads: any;
  log: any;
  groups: any;

  constructor(regex: any, text: string, matcher: any) {
    super(text, "0", matcher ? [new Capture(text, matcher.start, matcher.end)] : []);
    this.regex = regex;
    this.heads = matcher ? matcher.registers.slice(0, matcher.program.slots) : undefined;
    this.log = matcher ? matcher.captures.slice() : undefined;
    this.groups = undefined;
  }

  Groups(): GroupCollection {
    return new GroupCollection(this);
  }
  NextMatch(): Match {
    return nextMatch(this);
  }
  Result(replacement: any): string {
    if (this.regex === undefined) throw new NotSupportedException("Result cannot be called on a failed Match.");
    checkNotNull(replacement, "replacement");
    return replacementText(parseReplacement(this.regex.program, replacement), this);
  }

  slots(): int32 {
    return this.regex === undefined ? 1 : this.regex.program.slots;
  }

  groupAt(slot: int32): any {
    if (slot === 0) return this;
    if (this.groups === undefined) this.groups = new Array(this.slots());
    const known: any = this.groups[slot];
    return known ?? (this.groups[slot] = this.makeGroup(slot));
  }

  makeGroup(slot: int32): Group {
    const captures: any = [];
    const log: Int32Array = this.log;
    for (let at: int32 = this.heads[slot]; at >= 0; at = log[at + 2]) captures.push(new Capture(this.text, log[at], log[at + 1]));
    captures.reverse();
    return new Group(this.text, this.regex.program.groups.names[slot], captures);
  }

  /** The text of a slot, undefined where it has no capture. */
  slotText(slot: int32): any {
    if (slot === 0) return this.Value();
    const at: int32 = this.heads[slot];
    return at < 0 ? undefined : str_slice(this.text, this.log[at], this.log[at + 1]);
  }
}

export const Match_Empty = (): Match => new Match(undefined, "", undefined);

const noGroup = (): Group => new Group("", "", []);

function itemAt(items: any, index: int32): any {
  if (index < 0 || index >= items.length) throw new ArgumentOutOfRangeException("i");
  return items[index];
}

/** Items that are made as they are asked for or beforehand. */
class RegexCollection {
  GetEnumerator(): any {
    return enumerateArray(this.all());
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(this.GetEnumerator());
  }
  Count(): int32 {
    return this.all().length;
  }
  all(): any {
    return [];
  }
}

export class CaptureCollection extends RegexCollection {
  static readonly $type: string = "System.Text.RegularExpressions.CaptureCollection";
  items: any;
  constructor(items: any) {
    super();
    this.items = items;
  }
  all(): any {
    return this.items;
  }
  Item(index: int32): Capture {
    return itemAt(this.items, index);
  }
}

export class GroupCollection extends RegexCollection {
  static readonly $type: string = "System.Text.RegularExpressions.GroupCollection";
  match: Match;
  constructor(match: Match) {
    super();
    this.match = match;
  }
  /** .NET counts numbers, not groups, so where numbers have gaps groups beyond them are not among the items. */
  all(): any {
    const items: any = [];
    for (let number: int32 = 0; number < this.match.slots(); number++) items.push(this.Numbered(number));
    return items;
  }
  /** The group of a number, one without success where there is none. */
  Numbered(number: int32): any {
    const { regex } = this.match;
    const slot: int32 = regex === undefined ? (number === 0 ? 0 : -1) : regex.program.groups.numbers.indexOf(number);
    return slot < 0 ? noGroup() : this.match.groupAt(slot);
  }
  Named(name: any): any {
    const slot: int32 = this.slotNamed(name);
    return slot < 0 ? noGroup() : this.match.groupAt(slot);
  }
  Keys(): any {
    return this.all().map((group: Group) => group.name);
  }
  Values(): any {
    return this.all();
  }
  ContainsKey(name: any): boolean {
    return this.slotNamed(name) >= 0;
  }
  TryGetValue(name: any): any {
    return new_tuple("tuple", this.ContainsKey(name), this.Named(name));
  }
  slotNamed(name: any): int32 {
    const { regex } = this.match;
    return regex === undefined ? (name === "0" ? 0 : -1) : regex.program.groups.names.indexOf(name);
  }
}

/** Matches, found as they are asked for. */
export class MatchCollection extends RegexCollection {
  static readonly $type: string = "System.Text.RegularExpressions.MatchCollection";
  found: any;
  /** The match to be added next; without success at the end. */
  pending: Match;
  constructor(first: Match) {
    super();
    this.found = [];
    this.pending = first;
  }
  /** Whether there is a match of the index. */
  reach(index: int32): boolean {
    while (this.found.length <= index && this.pending.Success()) {
      this.found.push(this.pending);
      this.pending = nextMatch(this.pending);
    }
    return index < this.found.length;
  }
  all(): any {
    this.reach(2147483647);
    return this.found;
  }
  Item(index: int32): Match {
    if (index < 0 || !this.reach(index)) throw new ArgumentOutOfRangeException("i");
    return this.found[index];
  }
  GetEnumerator(): any {
    return new MatchEnumerator(this);
  }
}

class MatchEnumerator {
  matches: MatchCollection;
  index: int32;
  constructor(matches: MatchCollection) {
    this.matches = matches;
    this.index = -1;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    this.index = this.index + 1;
    return this.matches.reach(this.index);
  }
  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return this.matches.found[this.index];
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return this.matches.found[this.index];
  }
  "System.Collections.IEnumerator.Reset"(): void {
    this.index = -1;
  }
  Dispose(): void {}
}

/** The match after a position, or one without success; `afterEmpty` leaves the place of an empty match. */
export function searchFrom(regex: any, text: string, at: int32, afterEmpty: boolean): Match {
  const matcher: RegexMatcher = regex.matcher;
  matcher.text = text;
  matcher.origin = at;
  const step: int32 = (regex.program.options & RIGHT_TO_LEFT) !== 0 ? -1 : 1;
  const from: int32 = afterEmpty ? at + step : at;
  const isInside: boolean = from >= 0 && from <= text.length;
  return isInside && matcher.search(from) ? new Match(regex, text, matcher) : Match_Empty();
}

function nextMatch(match: Match): Match {
  if (match.regex === undefined) return match;
  const back: boolean = (match.regex.program.options & RIGHT_TO_LEFT) !== 0;
  return searchFrom(match.regex, match.text, back ? match.start : match.end, match.start === match.end);
}
