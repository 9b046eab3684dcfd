"""Number + unit -> quantity: one semiotic class a file, a visible tuple of rules, one scanner."""

from claimex.quantity.find import find_quantities

__all__ = ["find_quantities"]
