"""Putaran: the list of rounds and the form that makes and changes them."""
