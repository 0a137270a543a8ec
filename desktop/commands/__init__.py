"""The command line: one module per noun, thin, over the same use cases as the window."""
