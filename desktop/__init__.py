"""Patuh: agencies checked against UU 25/2009, from the agency to the letter in hand."""

__version__ = "0.1.0"
