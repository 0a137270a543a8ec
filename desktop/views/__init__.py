"""The upper floor: the only room with PySide6. Pages see records and an Office, no database."""
