"""Hasil: every unit of a round, and why a number is what it is."""
