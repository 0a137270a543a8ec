"""What belongs to the office file, and what belongs to this computer."""
