"""Letters: the register, and the editor with the paper itself beside it."""
