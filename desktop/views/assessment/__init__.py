"""Penilaian: the rounds' units and the scoring desk."""
