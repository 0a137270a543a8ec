"""Rapat: meetings with those who are assessed, what was said there and what was agreed."""
