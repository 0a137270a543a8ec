"""The first page: a new office file, one that exists, or the demo."""
