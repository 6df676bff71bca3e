/**
 * F# functions that stand for members of .NET which Fable refuses, or gives another meaning: each is named like the member, `/n` picks the overload with n
 * arguments, and gets the receiver, if any, before the arguments. Calls come here by name (redirect.ts), after F# has checked the types of the member itself: of a
 * signature here only functions of several parameters among the parameters count.
 */

import { hasWord, type Words } from "../words.ts";
import { arrayMembers, arrayPrelude } from "./array-2d.ts";
import { changedBy } from "./convert.ts";
import { membersPrelude } from "./members.ts";
import { isNamed } from "./selection.ts";
import { textTargets } from "./texts.ts";

/** A function of library/prelude.ts, an operation after `op:`, or JavaScript with `$0`, `$1…` for the arguments; parameters where they matter. */
type Target = string | readonly [target: string, parameters: string];

/** Those of FSharp.Core stand always: syntax calls them unnamed. */
const members: Readonly<Record<string, Target>> = {
  "FSharp.Control.Async.RunSynchronously": "runSynchronously",
  "FSharp.Control.BackgroundTaskBuilder.Run": "runInBackground",
  "FSharp.Control.TaskBuilderExtensions.MediumPriority.TaskBuilderBase.Bind": "$0.Bind($1, $2)",
  "FSharp.Control.TaskBuilderExtensions.MediumPriority.TaskBuilderBase.ReturnFrom": "$0.ReturnFrom($1)",
  "FSharp.Control.MailboxProcessor`1.Receive": "receive",
  "FSharp.Control.MailboxProcessor`1.TryReceive": "tryReceive",
  "FSharp.Control.MailboxProcessor`1.Scan": "scan",
  "FSharp.Control.MailboxProcessor`1.TryScan": "tryScan",
  "FSharp.Control.MailboxProcessor`1.PostAndReply": "postAndReply",
  "FSharp.Control.MailboxProcessor`1.TryPostAndReply": "tryPostAndReply",
  "FSharp.Control.MailboxProcessor`1.PostAndTryAsyncReply": "postAndTryAsyncReply",
  "FSharp.Control.MailboxProcessor`1.PostAndAsyncReply": "postAndAsyncReply",
  "FSharp.Control.MailboxProcessor`1.add_Error": "$0.Error.AddHandler($1)",
  "FSharp.Control.MailboxProcessor`1.remove_Error": "$0.Error.RemoveHandler($1)",
  "FSharp.IL.ldelema": "elementReference",
  "FSharp.Core.Option`1.get_Value": "optionValue",
  "FSharp.Core.ValueOption`1.get_Value": "valueOptionValue",
  "FSharp.Core.Operators.exit": "exitProgram",
  "FSharp.Core.Operators.stderr": "consoleError",
  "FSharp.Core.Operators.stdin": "consoleInput",
  "FSharp.Core.Operators.stdout": "consoleOutput",
  "System.AggregateException..ctor": "createAggregate",
  "System.ArgumentException.get_ParamName": "$0.paramName",
  "System.Array.Clear/1": "clearArray",
  "System.Array.BinarySearch": "binarySearch",
  "System.Array.Clone": "cloneArray",
  "System.Array.Reverse": "reverseRange",
  "System.Array.Sort/2": "sortArray",
  "System.Array.Sort/4": "sortRange",
  "FSharp.Core.Operators.typeof": "op:type_of",
  "FSharp.Core.Operators.typedefof": "op:definition_of",
  "System.DateTime.Parse/3": "parseStyled",
  ...Object.fromEntries(["Flush", "Indent", "Print", "Unindent", "Write", "WriteIf", "WriteLine", "WriteLineIf"].map((name) => [`System.Diagnostics.Debug.${name}`, "doNothing"])),
  "System.Double.ToString/1": "floatText",
  "System.Double.ToString/2": "floatText",
  "System.Exception.GetBaseException": "baseException",
  "System.Exception.GetType": "op:get_type",
  "System.Double.Equals": "op:same",
  "System.Object.Equals": "op:same",
  "System.Object.GetType": "op:get_type",
  "System.Single.Equals": "op:same",
  "System.Collections.IEnumerable.GetEnumerator": "untypedEnumerator",
  "System.Collections.IList.get_Item": "untypedItem",
  "System.Collections.Generic.IReadOnlyList`1.get_Item": "readOnlyItem",
  "System.Array.GetEnumerator": "untypedEnumerator",
  "System.Array.GetValue/1": "untypedItem",
  "System.Array.SetValue/2": "setUntypedItem",
  "System.Collections.Generic.Dictionary`2.TryAdd": "tryAddToDict",
  ...Object.fromEntries(
    ["Queue", "Stack"].flatMap((type) => [
      [`System.Collections.Generic.${type}\`1.Enumerator.MoveNext`, "$0['System.Collections.IEnumerator.MoveNext']()"],
      [`System.Collections.Generic.${type}\`1.Enumerator.get_Current`, "$0['System.Collections.Generic.IEnumerator`1.get_Current']()"],
    ]),
  ),
  "System.Comparison`1.Invoke": "$0($1, $2)",
  "System.Predicate`1.Invoke": "$0($1)",
  "System.Console.Beep": "doNothing",
  "System.Console.Clear": "doNothing",
  "System.Console.SetCursorPosition": "doNothing",
  "System.Console.set_CursorVisible": "doNothing",
  "System.Console.set_Title": "doNothing",
  "System.Console.Read": "readUnit",
  "System.Console.ReadKey": "noKeys",
  "System.Console.ReadLine": "readLine",
  "System.Console.get_Error": "consoleError",
  "System.Console.get_In": "consoleInput",
  "System.Console.get_Out": "consoleOutput",
  "System.Console.SetOut": "setConsoleOutput",
  "System.Diagnostics.Stopwatch..ctor": "createStopwatch",
  "System.Diagnostics.Stopwatch.GetElapsedTime": "elapsedSince",
  "System.Diagnostics.Stopwatch.GetTimestamp": "timestamp",
  "System.Diagnostics.Stopwatch.StartNew": "startStopwatch",
  "System.Globalization.CultureInfo.get_CurrentCulture": "doNothing",
  "System.Globalization.CultureInfo.get_CurrentUICulture": "doNothing",
  "System.Globalization.CultureInfo.set_CurrentCulture": "doNothing",
  "System.Globalization.CultureInfo.set_CurrentUICulture": "doNothing",
  "System.Globalization.CultureInfo.set_DefaultThreadCurrentCulture": "doNothing",
  "System.Globalization.CultureInfo.set_DefaultThreadCurrentUICulture": "doNothing",
  "System.Environment.get_ProcessorCount": "processorCount",
  "System.Environment.get_TickCount": "tickCount",
  "System.Environment.get_TickCount64": "tickCount64",
  "System.Environment.Exit": "exitProgram",
  "System.Environment.GetCommandLineArgs": "commandLineArgs",
  "System.Environment.GetEnvironmentVariable": "getEnvironmentVariable",
  "System.IO.File.Exists": "fileExists",
  "System.IO.File.ReadAllBytes": "readAllBytes",
  "System.IO.File.ReadAllLines": "readAllLines",
  "System.IO.File.ReadAllText": "readAllText",
  "System.IO.File.ReadLines": "readAllLines",
  "System.IO.Path.ChangeExtension": "changeExtension",
  "System.IO.Path.Combine": "combinePaths",
  "System.IO.Path.EndsInDirectorySeparator": "endsInSeparator",
  "System.IO.Path.GetDirectoryName": "directoryName",
  "System.IO.Path.GetExtension": "extension",
  "System.IO.Path.GetFileName": "fileName",
  "System.IO.Path.GetFileNameWithoutExtension": "fileNameWithoutExtension",
  "System.IO.Path.GetFullPath": "fullPath",
  "System.IO.Path.GetInvalidFileNameChars": "invalidFileNameChars",
  "System.IO.Path.GetInvalidPathChars": "invalidPathChars",
  "System.IO.Path.GetPathRoot": "pathRoot",
  "System.IO.Path.GetRelativePath": "relativePath",
  "System.IO.Path.HasExtension": "hasExtension",
  "System.IO.Path.IsPathFullyQualified": "isPathRooted",
  "System.IO.Path.IsPathRooted": "isPathRooted",
  "System.IO.Path.Join": "joinPaths",
  "System.IO.Path.TrimEndingDirectorySeparator": "trimSeparator",
  "System.IO.DirectoryNotFoundException..ctor": "createDirectoryNotFound",
  "System.IO.EndOfStreamException..ctor": "createEndOfStream",
  "System.IO.FileNotFoundException..ctor": "createFileNotFound",
  "System.IO.IOException..ctor": "createIO",
  "System.UriFormatException..ctor": "createUriFormat",
  "System.UnauthorizedAccessException..ctor": "createUnauthorizedAccess",
  "System.IO.StringReader..ctor": "createStringReader",
  "System.IO.StringWriter..ctor": "createStringWriter",
  "System.Char.ConvertFromUtf32": "convertFromUtf32",
  "System.Char.ConvertToUtf32": "convertToUtf32",
  "System.Char.GetNumericValue": "getNumericValue",
  "System.Char.IsAscii": "isAscii",
  "System.Char.IsAsciiDigit": "isAsciiDigit",
  "System.Char.IsAsciiHexDigit": "isAsciiHexDigit",
  "System.Char.IsAsciiLetter": "isAsciiLetter",
  "System.Char.IsAsciiLetterLower": "isAsciiLetterLower",
  "System.Char.IsAsciiLetterOrDigit": "isAsciiLetterOrDigit",
  "System.Char.IsAsciiLetterUpper": "isAsciiLetterUpper",
  "System.Char.IsBetween": "isBetween",
  "System.Math.Acosh": "Math.acosh($0)",
  "System.Math.Asinh": "Math.asinh($0)",
  "System.Math.Atanh": "Math.atanh($0)",
  "System.Math.Cbrt": "Math.cbrt($0)",
  "System.Char.TryParse": "tryParseChar",
  "System.Convert.FromHexString": "fromHexString",
  "System.Convert.ToHexString": "toHexString",
  "System.Convert.ToHexStringLower": "toHexStringLower",
  "System.Convert.ToBoolean": "toBoolean",
  "System.Text.Encoding.get_ASCII": "get_ASCII",
  "System.Text.Encoding.GetByteCount": "$0.getByteCount($1)",
  "System.Text.Encoding.GetCharCount": "$0.getCharCount($1)",
  "System.Text.Encoding.GetChars": "$0.getChars($1)",
  "System.DateOnly.ToString/1": "dateOnlyText",
  "System.InvalidCastException..ctor": "createInvalidCast",
  "System.OperationCanceledException..ctor": "createCanceled",
  "System.Threading.Tasks.TaskCanceledException..ctor": "createTaskCanceled",
  "System.StringComparer.Compare": "$0.Compare($1, $2)",
  "System.StringComparer.Equals": "$0.Equals($1, $2)",
  "System.StringComparer.GetHashCode": "$0.GetHashCode($1)",
  "System.StringComparer.FromComparison": "fromComparison",
  "System.TimeOnly.ToString/1": "timeOnlyText",
  "System.TimeSpan.ToString/1": "timeSpanText",
  "System.Collections.ObjectModel.ReadOnlyCollection`1.get_Count": "$0.length",
  "System.Collections.ObjectModel.ReadOnlyCollection`1.get_Item": "$0[$1]",
  "System.Threading.CancellationToken.get_None": "noToken",
  "System.Threading.CancellationTokenSource.CreateLinkedTokenSource": "createLinkedFrom",
  "System.Threading.CountdownEvent..ctor": "createCountdown",
  "System.Threading.Interlocked.Add": "interlockedAdd",
  "System.Threading.Interlocked.CompareExchange": "interlockedCompareExchange",
  "System.Threading.Interlocked.Decrement": "interlockedDecrement",
  "System.Threading.Interlocked.Exchange": "interlockedExchange",
  "System.Threading.Interlocked.Increment": "interlockedIncrement",
  "System.Threading.Interlocked.Read": "readCell",
  "System.Threading.AutoResetEvent..ctor": "createAutoSignal",
  "System.Threading.ManualResetEvent..ctor": "createManualSignal",
  "System.Threading.ManualResetEventSlim..ctor": "createManualSignal",
  "System.Threading.Monitor.Enter": "enterMonitor",
  "System.Threading.Monitor.Exit": "leaveMonitor",
  "System.Threading.Monitor.TryEnter": "tryEnterMonitor",
  "System.Threading.SemaphoreSlim..ctor": "createSemaphore",
  "System.Threading.Tasks.Task.WaitAll": "waitAll",
  "System.Threading.Tasks.Task.WaitAny": "waitAny",
  "System.Threading.Tasks.Task.GetAwaiter": "$0",
  "System.Threading.Tasks.Task`1.GetAwaiter": "$0",
  "System.Random.Shuffle": "shuffle",
  "System.Runtime.CompilerServices.TaskAwaiter.GetResult": "resultOf",
  "System.Runtime.CompilerServices.TaskAwaiter`1.GetResult": "resultOf",
  "System.Threading.Tasks.Task..ctor": "createTask",
  "System.Threading.Tasks.Task`1..ctor": "createTask",
  "System.Threading.Tasks.ValueTask`1..ctor": "valueTask",
  "System.Threading.Tasks.Task.WhenAny": "whenAny",
  "System.Threading.Thread..ctor": "createThread",
  "System.Threading.Thread.get_CurrentThread": "currentThread",
  "System.Threading.Thread.Sleep": "blockFor",
  "System.Threading.Thread.Yield": "tryEnterMonitor",
  "System.Threading.ThreadPool.QueueUserWorkItem": "queueWork",
  "System.Threading.Timer..ctor": "createThreadingTimer",
  "System.Threading.Volatile.Read": "readCell",
  "System.Threading.Volatile.Write": "writeCell",
  ...arrayMembers,
  ...textTargets,
};

/** Members that the library's own class for a type has under the same name. */
const sameName: Readonly<Record<string, string>> = {
  "System.AggregateException": "get_InnerExceptions Flatten GetBaseException Handle",
  "System.ConsoleKeyInfo": "get_Key get_KeyChar get_Modifiers",
  "System.Diagnostics.Stopwatch": "Start Stop Reset Restart get_Elapsed get_ElapsedMilliseconds get_ElapsedTicks get_IsRunning",
  "System.IO.FileNotFoundException": "get_FileName",
  "System.IO.TextReader": "ReadLine Read Peek ReadToEnd Close",
  "System.IO.TextWriter": "Flush Close Dispose get_NewLine set_NewLine",
  "System.IO.StringWriter": "GetStringBuilder ToString Close Flush",
  "System.OperationCanceledException": "get_CancellationToken",
  "FSharp.Control.MailboxProcessor`1": "get_CurrentQueueLength get_DefaultTimeout set_DefaultTimeout",
  "System.Threading.CancellationToken": "get_IsCancellationRequested get_CanBeCanceled get_WaitHandle",
  "System.Threading.CancellationTokenSource": "TryReset CancelAsync",
  "System.Threading.CancellationTokenRegistration": "Dispose Unregister",
  "System.Threading.CountdownEvent": "Signal AddCount Wait get_CurrentCount get_InitialCount get_IsSet",
  "System.Threading.EventWaitHandle": "Set Reset",
  "System.Threading.WaitHandle": "WaitOne Close",
  "System.Threading.ManualResetEventSlim": "Set Reset Wait get_IsSet",
  "System.Threading.SemaphoreSlim": "Wait WaitAsync Release get_CurrentCount",
  "System.Threading.Tasks.Task":
    "Wait get_IsCompleted get_IsCompletedSuccessfully get_IsFaulted get_IsCanceled get_Exception get_Status get_Id ContinueWith Start RunSynchronously ConfigureAwait",
  "System.Threading.Tasks.Task`1": "get_Result ContinueWith ConfigureAwait",
  "System.Runtime.CompilerServices.TaskAwaiter": "get_IsCompleted",
  "System.Runtime.CompilerServices.TaskAwaiter`1": "get_IsCompleted",
  "System.Threading.Thread": "Start Join get_Name set_Name get_IsAlive get_IsBackground set_IsBackground get_ManagedThreadId get_Priority set_Priority get_IsThreadPoolThread",
  "System.Threading.Timer": "Change",
};

const functionText = (member: string, target: Target): string => {
  const [name, parameters] = typeof target === "string" ? [target, "(a: obj)"] : target;
  const from = name.startsWith("op:") ? "fusabi:op" : "fusabi:prelude";
  const attribute = name.includes("$") ? `Emit("${name}")` : `Import("${name.replace("op:", "")}", "${from}")`;
  return `  [<${attribute}>]\n  let \`\`${member}\`\` ${parameters} : obj = jsNative`;
};

const memberMacro = (name: string): string => {
  if (name.startsWith("get_")) return `$0.${name.slice(4)}`;
  return name.startsWith("set_") ? `$0.${name.slice(4)} = $1` : `$0.${name}($1...)`;
};

/** The functions that some sources may call. */
export const insteadPrelude = (named: Words): string => {
  const words = named.has("ChangeType") ? new Set([...named, ...changedBy]) : named;
  return `
namespace global

module internal FusabiInstead =
  open Fable.Core

${[...Object.entries(members), ...Object.entries(sameName).flatMap(([type, names]) => names.split(" ").map((name) => [`${type}.${name}`, memberMacro(name)] as const))]
  .filter(([member]) => member.startsWith("FSharp.") || isNamed(member, words))
  .map(([member, target]) => functionText(member, target))
  .join("\n")}
${hasWord(words, /Array[23]D|array2D/) ? arrayPrelude : ""}${membersPrelude(words)}`;
};
