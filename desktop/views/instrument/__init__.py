"""Instrumen: the library of versions, the tree of one, its editor and a trial score."""
