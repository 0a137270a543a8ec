"""Ground floor: frozen values and pure rules. Standard library only."""
