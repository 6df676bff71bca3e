module Savings.Rates.Table

let best = Yearly.percent |> Map.toSeq |> Seq.maxBy snd |> fst
