"""Tindak lanjut: findings become actions; actions move step by step until they are closed."""
