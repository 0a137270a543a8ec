"""MoU: the tree of agreements, the ledger of promises, and what was reported about them."""
