/** Random patterns of .NET's regular expressions, with options, an input and a replacement; some are ill-formed. One seed gives one sequence. */
import { type Random, randomFrom } from "../test/modules.ts";

export interface Row {
  readonly pattern: string;
  readonly options: number;
  readonly input: string;
  readonly replacement: string;
}

const units = [
  "a",
  "a",
  "a",
  "b",
  "b",
  "A",
  "B",
  "c",
  "1",
  "2",
  " ",
  "_",
  "-",
  "\n",
  ".",
  "é",
  "É",
  "ß",
  "ı",
  "İ",
  "Σ",
  "σ",
  "ς",
  "k",
  "K",
  "\u212a",
  "漢",
  "\u0301",
  "\ud83d\ude00",
];
const literals = [
  "a",
  "b",
  "ab",
  "A",
  "c",
  "1",
  " ",
  "_",
  "-",
  "é",
  "Σ",
  "k",
  "ß",
  "\\n",
  "\\.",
  "\\x61",
  "\\u0062",
  "\\t",
  "\\101",
  "\\e",
  "\\cJ",
  "\\-",
  ",",
  "{",
  "}",
  "]",
  "{1",
  "\\ ",
  "\\#",
];
const classes = [".", "\\w", "\\W", "\\d", "\\D", "\\s", "\\S", "\\p{Lu}", "\\p{L}", "\\P{Ll}", "\\p{IsGreek}", "\\P{IsBasicLatin}", "\\p{Nd}", "\\p{M}"];
const assertions = ["^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z", "\\G"];
const members = [
  "a",
  "b",
  "c",
  "A",
  "k",
  "1",
  "_",
  "a-c",
  "A-C",
  "0-9",
  "\\w",
  "\\d",
  "\\s",
  "\\W",
  "\\p{Ll}",
  "\\P{L}",
  "Σ",
  "é",
  "\\-",
  "\\]",
  "\\n",
  "^",
  ".",
  "α-ω",
  " ",
  "\\x41-\\x43",
];
const quantifiers = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,1}?", "{2,}", "{1,3}?", "{0}", "{,2}"];
const names = ["n", "m", "x1", "3", "é"];
// biome-ignore lint/suspicious/noTemplateCurlyInString: what .NET replaces by
const substitutions = ["$1", "$0", "$2", "${n}", "${3}", "$&", "$`", "$'", "$+", "$_", "$$", "$", "$9", "${zz}", "${1}a", "<", ">", "é"];

/** Bits of RegexOptions: IgnoreCase, Multiline, ExplicitCapture, Singleline, IgnorePatternWhitespace, RightToLeft. */
const optionBits = [1, 1, 2, 4, 16, 32, 64];
const ecmaScript = 256;

class Writer {
  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  pick(items: readonly string[]): string {
    return items[this.random(items.length)]!;
  }

  chance(percent: number): boolean {
    return this.random(100) < percent;
  }

  pattern(depth: number): string {
    const branches = Array.from({ length: this.chance(20) ? 2 + this.random(2) : 1 }, () => this.sequence(depth));
    return branches.join("|");
  }

  sequence(depth: number): string {
    let text = "";
    const count = this.random(depth > 1 ? 4 : 3) + (this.chance(90) ? 1 : 0);
    for (let i = 0; i < count; i++) text += this.item(depth);
    return text;
  }

  item(depth: number): string {
    const kind = this.random(100);
    if (kind < 9) return this.pick(assertions);
    if (kind < 12) return `(?#${this.pick(["", "note"])})`;
    const atom =
      kind < 40
        ? this.pick(literals)
        : kind < 55
          ? this.pick(classes)
          : kind < 67
            ? this.set(2)
            : kind < 74
              ? this.reference()
              : depth > 0
                ? this.group(depth - 1)
                : this.pick(literals);
    return this.chance(35) ? atom + this.pick(quantifiers) : atom;
  }

  set(depth: number): string {
    const count = 1 + this.random(3);
    const body = Array.from({ length: count }, () => this.pick(members)).join("");
    return `[${this.chance(25) ? "^" : ""}${body}${depth > 0 && this.chance(15) ? `-${this.set(depth - 1)}` : ""}]`;
  }

  reference(): string {
    return this.pick(["\\1", "\\1", "\\2", "\\k<n>", "\\k'm'", "\\k<3>", "\\11"]);
  }

  group(depth: number): string {
    const body = this.pattern(depth);
    const kind = this.random(100);
    if (kind < 35) return `(${body})`;
    if (kind < 48) return `(?<${this.pick(names)}>${body})`;
    if (kind < 52) return `(?'${this.pick(names)}'${body})`;
    if (kind < 64) return `(?:${body})`;
    if (kind < 69) return `(?>${body})`;
    if (kind < 80) return `(?${this.pick(["=", "!", "<=", "<!"])}${body})`;
    if (kind < 87) return this.chance(50) ? `(?${this.options()}:${body})` : `(?${this.options()})${body}`;
    if (kind < 92) return `(?<${this.pick(["n", "m", "", "1"])}-${this.pick(["n", "m", "1", "1", "2"])}>${body})`;
    if (kind < 96) return `(?(${this.pick(["1", "n", "m", "2"])})${body}${this.chance(60) ? `|${this.sequence(depth)}` : ""})`;
    return `(?(${this.pick(["?=", "?!", "?<=", ""])}${this.sequence(depth)})${body})`;
  }

  options(): string {
    return this.pick(["i", "m", "s", "n", "x", "i-s", "-i", "im", "s-i"]);
  }

  flags(): number {
    if (this.chance(45)) return 0;
    if (this.chance(6)) return ecmaScript + this.random(4);
    let flags = 0;
    for (let i = 1 + this.random(2); i > 0; i--) flags |= optionBits[this.random(optionBits.length)]!;
    return flags;
  }

  /** A unit dropped, doubled or put in. */
  damage(text: string): string {
    const at = this.random(text.length + 1);
    const kind = this.random(3);
    if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
    return text.slice(0, at) + (kind === 1 ? text.charAt(at) : this.pick(["(", ")", "[", "]", "?", "*", "\\", "{", "<", "-", "|"])) + text.slice(at);
  }

  text(items: readonly string[], most: number): string {
    return Array.from({ length: this.random(most + 1) }, () => this.pick(items)).join("");
  }

  row(): Row {
    const pattern = this.pattern(3);
    return {
      pattern: this.chance(12) ? this.damage(pattern) : pattern,
      options: this.flags(),
      input: this.text(this.chance(50) ? units.slice(0, 8) : units, 12),
      replacement: this.text(substitutions, 3),
    };
  }
}

export function makeRows(count: number, seed: number): Row[] {
  const writer = new Writer(randomFrom(seed));
  return Array.from({ length: count }, () => writer.row());
}
