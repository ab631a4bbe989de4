"""The command line: everything that the screen does, as plain text or JSON, without drawing anything.

Each verb is a row of `table`; its module is imported when the verb is used.
"""
