"""An instrument as the readable TOML file it can be read from again, without loss.

(Being written; owner and order of work: the plan of the day.)
"""
