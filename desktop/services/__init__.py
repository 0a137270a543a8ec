"""Use cases, one module per noun, in the order of the journey; each a keyword-only function."""
