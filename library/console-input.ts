/** System.IO.TextReader over standard input, which is read in pieces as they are needed, or over a string. */
import { str_char_code_at, str_index_of, str_slice } from "fusabi:builtin";
import { read } from "fusabi:host";
import { InvalidOperationException } from "./exceptions.ts";

export class TextReader {
  static readonly $type: string = "System.IO.TextReader";
  /** Text that was read and not yet taken, from `at` on. */
  text: string;
  at: int32;
  /** Gives the next piece, null at the end. */
  more: any;
  constructor(text: string, more: any) {
    this.text = text;
    this.at = 0;
    this.more = more;
  }

  /** Whether another piece came. */
  fill(): boolean {
    const piece: any = this.more === undefined ? null : this.more();
    if (piece === null) {
      this.more = undefined;
      return false;
    }
    this.text = str_slice(this.text, this.at) + piece;
    this.at = 0;
    return true;
  }
  Peek(): int32 {
    while (this.at === this.text.length) {
      if (!this.fill()) return -1;
    }
    return str_char_code_at(this.text, this.at);
  }
  Read(): int32 {
    const unit: int32 = this.Peek();
    if (unit >= 0) this.at++;
    return unit;
  }
  /** Undefined at the end. */
  ReadLine(): any {
    let end: int32 = str_index_of(this.text, "\n", this.at);
    while (end < 0 && this.fill()) end = str_index_of(this.text, "\n", this.at);
    if (end < 0) return this.at === this.text.length ? undefined : this.ReadToEnd();
    const line: string = str_slice(this.text, this.at, end);
    this.at = end + 1;
    return line.endsWith("\r") ? str_slice(line, 0, -1) : line;
  }
  ReadToEnd(): string {
    while (this.fill());
    const rest: string = str_slice(this.text, this.at);
    this.at = this.text.length;
    return rest;
  }
  Close(): void {}
  Dispose(): void {}
}

const input: TextReader = new TextReader("", (): any => read());

export function consoleInput(): TextReader {
  return input;
}
export function readLine(): any {
  return input.ReadLine();
}
export function readUnit(): int32 {
  return input.Read();
}
export function createStringReader(text: string): TextReader {
  return new TextReader(text, undefined);
}
export function noKeys(): any {
  throw new InvalidOperationException("Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read.");
}
