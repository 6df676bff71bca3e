export { parseBool as parse, tryParseBool as tryParse } from "./number-parse.ts";
