module B
