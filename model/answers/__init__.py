"""The answers of a survey as other tools export them, understood or refused: pure rules, no bytes and no files.

`table` is what a file holds, `scale` reads a cell, `mapping` finds the column of each viewpoint, `reading` puts them
together, `raw` counts answers and `means` takes a finished table of means. Nothing is guessed: what is not understood
is a problem with its row and column, and with a single one nothing is imported.
"""
