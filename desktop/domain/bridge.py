"""A bridge between two instruments: what a change from year to year is made of.

(Being written; owner and order of work: the plan of the day.)
"""
