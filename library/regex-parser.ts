// Patterns to trees. What is accepted, how groups are numbered and what an error says follow .NET.
import { char_caseless, str_at, str_char_code_at, str_index_of } from "fusabi:builtin";
import { RegexGroups } from "./regex-groups.ts";
import {
  ALTERNATION,
  ASCII_BOUNDARY,
  ASCII_NO_BOUNDARY,
  ATOMIC,
  assertionNode,
  BOUNDARY,
  backreferenceNode,
  CAPTURE,
  CONCAT,
  EMPTY,
  END,
  IF_CAPTURED,
  IF_MATCHES,
  LAST_LINE_END,
  LINE_END,
  LINE_START,
  LOOK,
  listNode,
  loopNode,
  NO_BOUNDARY,
  PREVIOUS_END,
  RegexNode,
  START,
  setNode,
  textNode,
  UNBOUNDED,
} from "./regex-node.ts";
import { ECMA_SCRIPT, EXPLICIT_CAPTURE, IGNORE_CASE, isDigit, isNameStart, JAVA_SCRIPT, MULTILINE, RegexScanner, SINGLELINE } from "./regex-scanner.ts";
import { addShorthand, CharSet } from "./regex-set.ts";

/** What stands outside a group; inside one, its kind. */
const WHOLE: int32 = -1;

export class RegexParser extends RegexScanner {
  groups: RegexGroups;
  /** The number of the next group without a name. */
  nextGroup: int32;
  /** The next parenthesis is a condition's, which captures nothing. */
  skipsCapture: boolean;

  constructor(pattern: string, options: int32) {
    super(pattern, options);
    this.groups = new RegexGroups(pattern, options);
    this.nextGroup = 1;
    this.skipsCapture = false;
  }

  parse(): RegexNode {
    return this.body(WHOLE, undefined);
  }

  /** Alternatives up to the parenthesis that ends the group, or the end of the pattern. */
  body(kind: int32, condition: any): RegexNode {
    const branches: any = [];
    let items: any = [];
    let afterQuantifier: boolean = false;
    while (true) {
      this.blank();
      if (this.atEnd()) {
        if (kind !== WHOLE) this.fail("Not enough )'s.");
        break;
      }
      const unit: string = this.next();
      let node: any;
      switch (unit) {
        case "[":
          node = setNode(this.set(false));
          break;
        case "(": {
          const outer: int32 = this.options;
          node = this.group(kind === IF_MATCHES);
          // only options, which hold from here to the end of the group around
          if (node === undefined) {
            afterQuantifier = false;
            continue;
          }
          this.options = outer;
          break;
        }
        case "|":
          branches.push(listNode(CONCAT, items));
          items = [];
          afterQuantifier = false;
          continue;
        case ")":
          if (kind === WHOLE) this.fail("Too many )'s.");
          branches.push(listNode(CONCAT, items));
          return this.alternatives(branches, kind, condition);
        case "\\":
          node = this.escape();
          break;
        case "^":
          node = assertionNode(this.has(MULTILINE) ? LINE_START : START);
          break;
        case "$":
          node = assertionNode(this.has(MULTILINE) ? LINE_END : this.has(JAVA_SCRIPT) ? END : LAST_LINE_END);
          break;
        case ".":
          node = setNode(this.dot());
          break;
        case "*":
        case "+":
        case "?":
          this.noTarget(unit, afterQuantifier);
          break;
        default:
          if (unit === "{" && this.isQuantifierAt(this.pos - 1)) this.noTarget(unit, afterQuantifier);
          node = this.unit(unit);
      }
      const quantified: RegexNode = this.quantified(node);
      afterQuantifier = quantified !== node;
      items.push(quantified);
    }
    branches.push(listNode(CONCAT, items));
    return this.alternatives(branches, kind, condition);
  }

  noTarget(unit: string, afterQuantifier: boolean): void {
    this.fail(afterQuantifier ? "Nested quantifier '" + unit + "'." : "Quantifier '" + unit + "' following nothing.");
  }

  alternatives(branches: any, kind: int32, condition: any): RegexNode {
    if (kind !== IF_CAPTURED && kind !== IF_MATCHES) return listNode(ALTERNATION, branches);
    if (branches.length > 2) this.fail("Too many | in (?()|).");
    if (branches.length === 1) branches.push(new RegexNode(EMPTY, []));
    return new RegexNode(kind, kind === IF_MATCHES ? [condition, branches[0], branches[1]] : branches);
  }

  dot(): CharSet {
    const set: CharSet = new CharSet();
    set.negated = true;
    if (this.has(SINGLELINE)) return set;
    return this.has(JAVA_SCRIPT) ? set.addUnits("\n\r\u2028\u2029") : set.addUnits("\n");
  }

  unit(unit: string): RegexNode {
    const units: string = this.has(IGNORE_CASE) ? char_caseless(str_char_code_at(unit, 0)) : "";
    return units === "" ? textNode(unit) : setNode(new CharSet().addUnits(units));
  }

  isQuantifierAt(at: int32): boolean {
    if (at >= this.pattern.length) return false;
    const unit: string = str_at(this.pattern, at);
    if (unit !== "{") return unit === "*" || unit === "+" || unit === "?";
    let end: int32 = this.skipDigits(at + 1);
    if (end === at + 1 || end >= this.pattern.length) return false;
    if (str_at(this.pattern, end) === ",") end = this.skipDigits(end + 1);
    return end < this.pattern.length && str_at(this.pattern, end) === "}";
  }

  skipDigits(from: int32): int32 {
    let at: int32 = from;
    while (at < this.pattern.length && isDigit(str_at(this.pattern, at))) at++;
    return at;
  }

  /** A node with the quantifier that follows it, itself where none does. */
  quantified(node: RegexNode): RegexNode {
    this.blank();
    if (!this.isQuantifierAt(this.pos)) return node;
    const unit: string = this.next();
    let min: int32 = unit === "+" ? 1 : 0;
    let max: int32 = unit === "?" ? 1 : UNBOUNDED;
    if (unit === "{") {
      min = this.decimal();
      max = min;
      if (this.take(",")) max = this.peek() === "}" ? UNBOUNDED : this.decimal();
      this.pos = this.pos + 1;
    }
    this.blank();
    const lazy: boolean = this.take("?");
    if (min > max) this.fail("Illegal {x,y} with x > y.");
    return loopNode(node, min, max, lazy);
  }

  /** A group after its `(`; undefined where it only sets options, which a conditional group has no place for. */
  group(inConditional: boolean): any {
    if (this.peek() !== "?" || this.ahead(1) === ")") {
      const captures: boolean = !this.has(EXPLICIT_CAPTURE) && !this.skipsCapture;
      this.skipsCapture = false;
      return captures ? this.capture(this.nextGroup++, -1) : this.body(CONCAT, undefined);
    }
    this.pos = this.pos + 1;
    if (this.atEnd()) return this.unknownGroup();
    const unit: string = this.next();
    switch (unit) {
      case ":":
        return this.body(CONCAT, undefined);
      case "=":
        return this.look(false, false);
      case "!":
        return this.look(true, false);
      case ">":
        return new RegexNode(ATOMIC, [this.body(CONCAT, undefined)]);
      case "'":
        return this.named("'");
      case "<":
        if (this.atEnd()) return this.unknownGroup();
        if (this.take("=")) return this.look(false, true);
        if (this.take("!")) return this.look(true, true);
        return this.named(">");
      case "(":
        return this.conditional();
      default:
        this.pos = this.pos - 1;
        if (!inConditional) this.inlineOptions();
        if (this.atEnd()) return this.unknownGroup();
        if (this.peek() === ")") {
          this.pos = this.pos + 1;
          return undefined;
        }
        return this.next() === ":" ? this.body(CONCAT, undefined) : this.unknownGroup();
    }
  }

  unknownGroup(): any {
    return this.fail("Unrecognized grouping construct.");
  }

  capture(group: int32, other: int32): RegexNode {
    const node: RegexNode = new RegexNode(CAPTURE, [this.body(CONCAT, undefined)]);
    node.group = group;
    node.other = other;
    return node;
  }

  look(negative: boolean, behind: boolean): RegexNode {
    const node: RegexNode = new RegexNode(LOOK, [this.body(CONCAT, undefined)]);
    node.negative = negative;
    node.behind = behind;
    return node;
  }

  /** `(?<name>`, `(?<name-other>` or `(?<-other>` after the `<`. */
  named(close: string): any {
    if (this.atEnd()) return this.unknownGroup();
    let group: int32 = -1;
    let other: int32 = -1;
    const unit: string = this.peek();
    if (isDigit(unit)) {
      group = this.decimal();
      if (!this.groups.isNumber(group)) group = -1;
      this.checkNameEnd(close, true);
      if (group === 0) this.fail("Capture number cannot be zero.");
    } else if (isNameStart(unit)) {
      group = this.groups.numberOf(this.name());
      this.checkNameEnd(close, true);
    } else if (unit !== "-") this.badName();
    if ((group !== -1 || unit === "-") && this.left() > 1 && this.take("-")) {
      if (isDigit(this.peek())) {
        other = this.decimal();
        if (!this.groups.isNumber(other)) this.fail("Reference to undefined group number " + other + ".");
      } else if (isNameStart(this.peek())) {
        const name: string = this.name();
        other = this.groups.numberOf(name);
        if (other === -1) this.fail("Reference to undefined group name '" + name + "'.");
      } else this.badName();
      this.checkNameEnd(close, false);
    }
    if ((group === -1 && other === -1) || this.atEnd() || this.next() !== close) return this.unknownGroup();
    if (this.has(JAVA_SCRIPT)) this.nextGroup = this.nextGroup + 1;
    return this.capture(group, other);
  }

  checkNameEnd(close: string, orMinus: boolean): void {
    if (!this.atEnd() && this.peek() !== close && !(orMinus && this.peek() === "-")) this.badName();
  }

  badName(): void {
    this.fail("Invalid group name: Group names must begin with a word character.");
  }

  /** `(?(condition)yes|no)` after the second parenthesis. */
  conditional(): RegexNode {
    const start: int32 = this.pos;
    if (isDigit(this.peek())) {
      const group: int32 = this.decimal();
      if (this.atEnd() || this.next() !== ")") this.fail("Conditional alternation is missing a closing parenthesis after the group number " + group + ".");
      if (!this.groups.isNumber(group)) this.fail("Conditional alternation refers to an undefined group number " + group + ".");
      return this.ifCaptured(group);
    }
    if (isNameStart(this.peek())) {
      const group: int32 = this.groups.numberOf(this.name());
      if (group !== -1 && this.take(")")) return this.ifCaptured(group);
    }
    this.pos = start - 1;
    this.skipsCapture = true;
    if (this.ahead(1) === "?") {
      if (this.ahead(2) === "#") this.fail("Alternation conditions cannot be comments.");
      if (this.ahead(2) === "'") this.fail("Alternation conditions do not capture and cannot be named.");
      if (this.ahead(2) === "<" && this.left() > 3 && this.ahead(3) !== "!" && this.ahead(3) !== "=") this.fail("Alternation conditions do not capture and cannot be named.");
    }
    const outer: int32 = this.options;
    this.pos = this.pos + 1;
    const condition: RegexNode = this.group(true);
    this.options = outer;
    return this.body(IF_MATCHES, condition);
  }

  ifCaptured(group: int32): RegexNode {
    const node: RegexNode = this.body(IF_CAPTURED, undefined);
    node.group = group;
    return node;
  }

  /** What follows a backslash. */
  escape(): RegexNode {
    if (this.atEnd()) this.fail("Illegal \\ at end of pattern.");
    const unit: string = this.peek();
    const ascii: boolean = this.has(ECMA_SCRIPT);
    if (this.has(JAVA_SCRIPT) && str_index_of("AGZzpP", unit, 0) >= 0) return this.unit(this.next());
    if (str_index_of("bBAGZzdDsSwWpP", unit, 0) >= 0) this.pos = this.pos + 1;
    switch (unit) {
      case "b":
        return assertionNode(ascii ? ASCII_BOUNDARY : BOUNDARY);
      case "B":
        return assertionNode(ascii ? ASCII_NO_BOUNDARY : NO_BOUNDARY);
      case "A":
        return assertionNode(START);
      case "G":
        return assertionNode(PREVIOUS_END);
      case "Z":
        return assertionNode(LAST_LINE_END);
      case "z":
        return assertionNode(END);
      case "d":
      case "D":
      case "s":
      case "S":
      case "w":
      case "W":
        return setNode(addShorthand(new CharSet(), unit, this.flavour()));
      case "p":
      case "P": {
        const set: CharSet = new CharSet();
        set.caseless = this.has(IGNORE_CASE);
        this.addProperty(set, unit);
        return setNode(set);
      }
      default:
        return this.reference();
    }
  }

  /** A backreference, or the unit that an escape stands for. */
  reference(): RegexNode {
    const start: int32 = this.pos;
    const caseless: boolean = this.has(IGNORE_CASE);
    let close: string = "";
    if (this.peek() === "k") {
      if (this.left() > 1) {
        this.pos = this.pos + 1;
        close = closeOf(this.next());
      }
      if (close === "" || this.atEnd()) this.fail("Malformed \\k<...> named back reference.");
    } else if (this.left() > 1 && closeOf(this.peek()) !== "") close = closeOf(this.next());
    const unit: string = this.peek();
    if (close !== "" && isDigit(unit)) {
      const group: int32 = this.decimal();
      if (!this.atEnd() && this.next() === close) {
        if (!this.groups.isNumber(group)) this.fail("Reference to undefined group number " + group + ".");
        return backreferenceNode(group, caseless);
      }
    } else if (close === "" && isDigit(unit) && unit !== "0") {
      const group: int32 = this.has(ECMA_SCRIPT) ? this.longestGroup() : this.decimal();
      if (this.groups.isNumber(group)) return backreferenceNode(group, caseless);
      if (group <= 9 && !this.has(ECMA_SCRIPT)) this.fail("Reference to undefined group number " + group + ".");
    } else if (close !== "" && isNameStart(unit)) {
      const name: string = this.name();
      if (!this.atEnd() && this.next() === close) {
        const group: int32 = this.groups.numberOf(name);
        if (group === -1) this.fail("Reference to undefined group name '" + name + "'.");
        return backreferenceNode(group, caseless);
      }
    }
    this.pos = start;
    return this.unit(this.escapedUnit());
  }

  /** ECMAScript: as many digits as still name a group that has begun. */
  longestGroup(): int32 {
    let group: int32 = -1;
    let end: int32 = this.pos;
    let value: int32 = 0;
    for (let at: int32 = this.pos; at < this.pattern.length && isDigit(str_at(this.pattern, at)) && value < 100000; at++) {
      value = value * 10 + (str_char_code_at(this.pattern, at) - 48);
      if (!this.groups.isBefore(value, this.pos)) continue;
      group = value;
      end = at + 1;
    }
    this.pos = end;
    return group;
  }
}

const closeOf = (open: string): string => (open === "<" ? ">" : open === "'" ? "'" : "");
