"""One table of problem sentences per noun: `SENTENCES: dict[str, str]`, code -> source text.

Facts are filled in by name with str.format. `wording.problems` gathers the tables.
"""
