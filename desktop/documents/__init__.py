"""The paper wing: what a letter says becomes PDF bytes."""
