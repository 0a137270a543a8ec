"""Tests of desktop/views."""
