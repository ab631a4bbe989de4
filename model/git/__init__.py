"""The edge of the model where the git program is: reading a repository's state and history, recording decisions.

Nothing in here is needed to read, edit or save a roadmap. Whoever wants it imports one of the modules, late:
`record` and `recorder` to commit, `state` to look, `history` and `undo` to read back, `setup` for a new roadmap.
"""
