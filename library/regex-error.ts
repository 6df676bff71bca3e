import { ArgumentException } from "./exceptions.ts";

/** What an ill-formed pattern raises. */
export class RegexParseException extends ArgumentException {
  static readonly $type: string = "System.Text.RegularExpressions.RegexParseException";
  Offset: int32;

  constructor(pattern: string, offset: int32, problem: string) {
    super("Invalid pattern '" + pattern + "' at offset " + offset + ". " + problem);
    this.Offset = offset;
  }
}
