// What Fable prints through JavaScript's console: a line each. Text without line end is written by `print` and `print_error`.
import { write, write_error } from "fusabi:host";
import { to_string } from "./format-text.ts";

export function console_log(value: any): void {
  write(to_string(value) + "\n");
}
export function console_info(value: any): void {
  write(to_string(value) + "\n");
}
export function console_debug(value: any): void {
  write(to_string(value) + "\n");
}
export function console_error(value: any): void {
  write_error(to_string(value) + "\n");
}
export function console_warn(value: any): void {
  write_error(to_string(value) + "\n");
}
/** Console.Write */
export function print(value: any): void {
  write(to_string(value));
}
/** Console.Error.Write */
export function print_error(value: any): void {
  write_error(to_string(value));
}
