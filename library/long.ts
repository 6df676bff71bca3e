export { parseLong as parse, tryParseLong as tryParse } from "./number-parse.ts";
