/** What the F# prelude of fable-bridge calls. */

export { checkInRange, checkNotNegative, checkNotNull, checkRoom, checkSign } from "./argument-checks.ts";
export {
  baseOf,
  blit2,
  checkLengths,
  checkLengths3,
  cloneArray,
  fromRows,
  get2,
  get3,
  lengthOf,
  rankOf,
  set2,
  set3,
  setColumn,
  setRow,
  setSlice2,
  shape2,
  shape2Based,
  shape3,
  shapeLike,
  slice2,
  sliceColumn,
  sliceRow,
  upperBoundOf,
} from "./array-2d.ts";
export { binarySearch, clearArray, reverseListPart, reverseRange, sortArray, sortListPart, sortRange } from "./array-order.ts";
export { fillPart, findIndexIn, findLastIndexIn, indexInArray, indexInList, lastIndexInArray, lastIndexInList } from "./array-ranges.ts";
export { elementReference } from "./array-search.ts";
export { sliceArray } from "./array-slices.ts";
export { declareAssembly } from "./assembly-names.ts";
export { runSynchronously } from "./async.ts";
export { bitLength, popCount, trailingZeros } from "./bit-operations.ts";
export { createLinkedFrom, noToken } from "./cancellation.ts";
export {
  convertFromUtf32,
  convertToUtf32,
  getNumericValue,
  isAscii,
  isAsciiDigit,
  isAsciiHexDigit,
  isAsciiLetter,
  isAsciiLetterLower,
  isAsciiLetterOrDigit,
  isAsciiLetterUpper,
  isBetween,
  tryParseChar,
} from "./char.ts";
export { compareByDefault } from "./collection-defaults.ts";
export { write_error_text, write_text } from "./console.ts";
export { consoleInput, createStringReader, noKeys, readLine, readUnit } from "./console-input.ts";
export { changeNull, failBetween, failConversion, failDate, fromHexString, radixText, toBoolean, toHexString, toHexStringLower } from "./convert.ts";
export { toString as dateOnlyText } from "./date-only.ts";
export { parseStyled } from "./date-time-text.ts";
export { parseDecimal, tryParseDecimal } from "./decimal.ts";
export { get_ASCII } from "./encoding.ts";
export { parseEnum, tryParseEnum } from "./enum-reflection.ts";
export { commandLineArgs, doNothing, exitProgram, getEnvironmentVariable, processorCount, tickCount, tickCount64 } from "./environment.ts";
export { same } from "./equality.ts";
export { blockFor } from "./event-loop.ts";
export { createAggregate, createCanceled, createInvalidCast, createTaskCanceled } from "./exception-factories.ts";
export { baseException, failOverflow } from "./exceptions.ts";
export { fileExists, readAllBytes, readAllLines, readAllText } from "./files.ts";
export {
  exponentOf,
  hypotenuse,
  ieeeRemainder,
  logarithm,
  nextDown,
  nextSingleDown,
  nextSingleUp,
  nextUp,
  root,
  roundSingle,
  scaleB,
  scaleSingle,
  singleHypotenuse,
  singleLogarithm,
  singleRoot,
} from "./float-math.ts";
export { toConsoleErrorText, toConsoleText } from "./format.ts";
export { declareStatics, staticsOf } from "./generic-statics.ts";
export { parse as parseGuid } from "./guid.ts";
export { createDirectoryNotFound, createEndOfStream, createFileNotFound, createIO, createUnauthorizedAccess, createUriFormat } from "./io-exceptions.ts";
export { postAndAsyncReply, postAndReply, postAndTryAsyncReply, receive, scan, tryPostAndReply, tryReceive, tryScan } from "./mailbox.ts";
export { checkKey, failDuplicateKey, failKeyNotFound, takeFromDict, tryAddToDict } from "./map-util.ts";
export { createDictionary } from "./mutable-map.ts";
export {
  parseBigInteger,
  parseFloatStyled,
  parseIntegerStyled,
  tryParseBigInteger,
  tryParseFloatStyled,
  tryParseIntegerStyled,
} from "./number-styles.ts";
export { optionValue, valueOptionValue } from "./option.ts";
export {
  changeExtension,
  combinePaths,
  directoryName,
  endsInSeparator,
  extension,
  fileName,
  fileNameWithoutExtension,
  fullPath,
  hasExtension,
  invalidFileNameChars,
  invalidPathChars,
  isPathRooted,
  joinPaths,
  pathRoot,
  relativePath,
  trimSeparator,
} from "./path.ts";
export { compareUntyped, formatUntyped } from "./primitive-interfaces.ts";
export { isAndAlso, isApplications, isLambdas, isOrElse, isSpecificCall, quotedConstant } from "./quotation.ts";
export { nextInt64, shuffle } from "./random.ts";
export {
  createArrayTypeMismatch,
  createCultureNotFound,
  createMissingMethod,
  createObjectDisposed,
  createOutOfRange,
  createTypeInitialization,
} from "./rare-exceptions.ts";
export { getRange } from "./resize-array.ts";
export { createStopwatch, elapsedSince, startStopwatch, timestamp } from "./stopwatch.ts";
export { containsText, endsWithText, ofChars, ofRepeated, sliceOf, startsWithText } from "./string.ts";
export { fromComparison } from "./string-comparer.ts";
export { indexOf, indexOfAny, indexOfChar, indexOfText, lastIndexOf, lastIndexOfAny, lastIndexOfChar, lastIndexOfText } from "./string-search.ts";
export { createTask, resultOf, valueTask, waitAll, waitAny, whenAny } from "./task.ts";
export { runInBackground } from "./task-builder.ts";
export { consoleError, consoleOutput, createStringWriter, putLine, putText, setConsoleOutput } from "./text-writer.ts";
export {
  createAutoSignal,
  createCountdown,
  createManualSignal,
  createSemaphore,
  createThread,
  createThreadingTimer,
  currentThread,
  enterMonitor,
  interlockedAdd,
  interlockedCompareExchange,
  interlockedDecrement,
  interlockedExchange,
  interlockedIncrement,
  leaveMonitor,
  queueWork,
  readCell,
  tryEnterMonitor,
  writeCell,
} from "./threads.ts";
export { toString as timeOnlyText } from "./time-only.ts";
export { ratio as spanRatio, toString as timeSpanText } from "./time-span.ts";
export { createPair } from "./tuple.ts";
export { declareType } from "./type-info.ts";
export { readOnlyItem, setUntypedItem, untypedEnumerator, untypedItem, untypedItems } from "./untyped.ts";
