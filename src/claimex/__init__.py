"""Typed, traceable numeric claims from Chinese policy news, and the checks that find what is wrong with them."""
