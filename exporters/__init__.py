"""From a roadmap to text: words, sentences, minutes, plain lines and JSON-able data.

Nothing in here knows a clock, a disk (the catalogues of words excepted) or a terminal.
"""
