export { parse, tryParse } from "./number-parse.ts";
