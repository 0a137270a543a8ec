"""Beranda: what is due, how the round stands, what comes next."""
