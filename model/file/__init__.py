"""The roadmap's file: read as blocks, patched by record and field, replaced whole or not at all.

`reading` makes a roadmap or problems of a file, `patch` brings changes into its text, `save` puts the
bytes on disk. This is the edge of `model`: nothing here knows a screen or a language.
"""
