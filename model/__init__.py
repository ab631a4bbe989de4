"""The roadmap and its rules: frozen values, edits, the diff; file and git at the edge.

Nothing in here knows a terminal, a language or today's date: the day is a parameter.
"""
