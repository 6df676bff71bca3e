namespace Savings.AssemblyInfo

open System.Reflection
open System.Runtime.CompilerServices

[<assembly: AssemblyMetadata("Branch", "North")>]
[<assembly: InternalsVisibleTo("Savings")>]
do ()
