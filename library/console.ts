// What Fable prints through JavaScript's console: a line each. Text without line end is written by `print` and `print_error`.
import { write, write_error } from "fusabi:host";
import { to_string } from "./format-text.ts";

/** What Console.SetOut has put in the place of the host's output: takes a text. */
let replaced: any;

export function write_text(text: string): void {
  if (replaced === undefined) write(text);
  else replaced(text);
}
export function write_error_text(text: string): void {
  write_error(text);
}
export function replaceOutput(put: any): void {
  replaced = put;
}

export function console_log(value: any): void {
  write_text(to_string(value) + "\n");
}
export function console_info(value: any): void {
  write_text(to_string(value) + "\n");
}
export function console_debug(value: any): void {
  write_text(to_string(value) + "\n");
}
export function console_error(value: any): void {
  write_error(to_string(value) + "\n");
}
export function console_warn(value: any): void {
  write_error(to_string(value) + "\n");
}
// The same of what is known to be text, so that a program that prints nothing else contains no formatting.
export function console_log_text(text: string): void {
  write_text(text == null ? "\n" : text + "\n");
}
export function console_error_text(text: string): void {
  write_error(text == null ? "\n" : text + "\n");
}
/** Console.Write */
export function print(value: any): void {
  write_text(to_string(value));
}
/** Console.Error.Write */
export function print_error(value: any): void {
  write_error(to_string(value));
}
