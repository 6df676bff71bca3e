/** System.IO.TextWriter and those that derive from it: all that is written comes as text to `put`. */
import { write, write_error } from "fusabi:host";
import { replaceOutput } from "./console.ts";
import { StringBuilder } from "./string-builder.ts";

export class TextWriter {
  static readonly $type: string = "System.IO.TextWriter";
  NewLine: string;
  AutoFlush: boolean;
  constructor() {
    this.NewLine = "\n";
    this.AutoFlush = true;
  }
  put(_text: string): void {}
  Flush(): void {}
  Close(): void {}
  Dispose(): void {}
}

class OutputWriter extends TextWriter {
  put(text: string): void {
    write(text);
  }
}

class ErrorWriter extends TextWriter {
  put(text: string): void {
    write_error(text);
  }
}

export class StringWriter extends TextWriter {
  static readonly $type: string = "System.IO.StringWriter";
  builder: StringBuilder;
  constructor(builder: StringBuilder) {
    super();
    this.builder = builder;
  }
  put(text: string): void {
    this.builder.add(text);
  }
  GetStringBuilder(): StringBuilder {
    return this.builder;
  }
  ToString(): string {
    return this.builder.text();
  }
  toString(): string {
    return this.builder.text();
  }
}

const standardOutput: TextWriter = new OutputWriter();
const standardError: TextWriter = new ErrorWriter();
let output: TextWriter = standardOutput;

/** `stdout`. */
export function consoleOutput(): TextWriter {
  return output;
}
/** `stderr`. */
export function consoleError(): TextWriter {
  return standardError;
}
export function setConsoleOutput(writer: TextWriter): void {
  output = writer;
  replaceOutput(writer === standardOutput ? undefined : (text: string): void => writer.put(text));
}
export function putText(writer: TextWriter, text: any): void {
  writer.put(text ?? "");
}
export function putLine(writer: TextWriter, text: any): void {
  writer.put((text ?? "") + writer.NewLine);
}
/** Of a builder, or of a format provider, which says nothing here. */
export function createStringWriter(first?: any): StringWriter {
  return new StringWriter(first instanceof StringBuilder ? first : new StringBuilder());
}
