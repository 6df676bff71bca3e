/// Templates with values, filters, conditions and loops, expanded by match evaluators.
module TemplateEngine

open System
open System.Text
open System.Text.RegularExpressions

type Value =
    | Text of string
    | Number of int
    | Flag of bool
    | Items of Map<string, Value> list

let rec show value =
    match value with
    | Text text -> text
    | Number n -> string n
    | Flag flag -> if flag then "yes" else "no"
    | Items items -> sprintf "%d items" items.Length

let isTrue value =
    match value with
    | Flag flag -> flag
    | Number n -> n <> 0
    | Text text -> text <> ""
    | Items items -> not items.IsEmpty

let filters: Map<string, string -> string> =
    Map
        [ "upper", (fun text -> text.ToUpperInvariant())
          "title", (fun text -> Regex.Replace(text, @"\b\p{Ll}", fun m -> m.Value.ToUpperInvariant()))
          "slug", (fun text -> Regex.Replace(Regex.Replace(text.ToLowerInvariant(), @"[^\p{L}\p{Nd}]+", "-"), "^-|-$", ""))
          "quote", (fun text -> "\"" + text.Replace("\"", "\\\"") + "\"")
          "squeeze", (fun text -> Regex.Replace(text, @"(\s)\1+", "$1")) ]

let block = Regex @"\{%\s*(?<kind>if|each)\s+(?<name>\w+)\s*%\}(?<body>(?>(?<open>\{%\s*(?:if|each)\b)|(?<-open>\{%\s*end\s*%\})|(?!\{%\s*(?:if|each|end)\b)[\s\S])*)(?(open)(?!))\{%\s*end\s*%\}\n?"
let variable = Regex(@"\{\{\s*(?<name>\w+)(?:\s*\|\s*(?<filter>\w+))*\s*\}\}")

let rec render (values: Map<string, Value>) (template: string) : string =
    let expanded =
        block.Replace(
            template,
            fun m ->
                let body = m.Groups.["body"].Value
                match m.Groups.["kind"].Value, Map.tryFind m.Groups.["name"].Value values with
                | "if", Some value when isTrue value -> render values body
                | "each", Some(Items items) ->
                    let text = StringBuilder()
                    items |> List.iteri (fun i item -> text.Append(render (item |> Map.add "index" (Number(i + 1))) body) |> ignore)
                    text.ToString()
                | _ -> ""
        )
    variable.Replace(
        expanded,
        MatchEvaluator(fun m ->
            let name = m.Groups.["name"].Value
            match Map.tryFind name values with
            | None -> "{{" + name + "?}}"
            | Some value -> (show value, m.Groups.["filter"].Captures) ||> Seq.fold (fun text filter -> filters.[filter.Value] text))
    )

let template =
    "# {{ title | title }}
{% if draft %}
(draft of {{ author|upper }})
{% end %}
{% each chapters %}
{{ index }}. {{ name | squeeze | quote }} -> {{ name | squeeze | slug }}
{% if notes %}
   {% each notes %}
   - {{ text }} ({{ index }})
   {% end %}
{% end %}
{% end %}
{{ chapters }} by {{ author }}; {{ missing }}
"

let chapter name notes = Map [ "name", Text name; "notes", Items [ for note in notes -> Map [ "text", Text note ] ] ]

let values draft =
    Map
        [ "title", Text "the art of ähnliche texte"
          "author", Text "M. Muster"
          "draft", Flag draft
          "chapters", Items [ chapter "First  Steps" []; chapter "Größe & \"Höhe\"" [ "measure"; "compare" ]; chapter "The   End" [ "bye" ] ] ]

printfn "%s" (render (values true) template)
printfn "%s" (render (values false) "{% if draft %}never{% end %}{{author|slug|quote}}")

// Substitutions and limits
printfn "%s" (Regex.Replace("x=1, y=2", @"(?<k>\w)=(?<v>\d)", "${v}=${k} [$&] $$"))
printfn "%s" (Regex(@"\d").Replace("a1b2c3", "#", 2))
printfn "%s" (Regex(@"\d", RegexOptions.RightToLeft).Replace("a1b2c3", "#", 2))
printfn "%A" (Regex(@"\s*[,;]\s*").Split("a , b;c ;d", 3))
printfn "%s" (Regex.Match("key: value", @"(\w+): (\w+)").Result("$2 <- $1"))
try
    Regex.Replace("a", "(", "") |> ignore
with :? ArgumentException as e ->
    printfn "%s" e.Message
