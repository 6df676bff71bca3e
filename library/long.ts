export { parseLong as parse, tryParse } from "./number-parse.ts";
