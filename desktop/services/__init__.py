"""Use cases, one module per noun: keyword-only functions that read, ask the domain, write, record.

A use case is `verb(db, act, *, …) -> Changes`; a query is `noun(db, *, …) -> record(s)`. The office
opens and commits the transaction; rows never leave this room.
"""
