module Savings.Rates.Yearly

let percent = Map [ 2024, 1.5M; 2025, 2.25M; 2026, 2M ]
