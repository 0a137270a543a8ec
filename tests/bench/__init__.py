"""Benches: each tells a ratio to a floor measured beside it."""
