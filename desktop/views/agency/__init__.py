"""Agencies with their service units and products."""
