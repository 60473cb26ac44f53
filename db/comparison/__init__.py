"""Two reports side by side: what stayed, what changed, what is new, and what was not compared."""

from db.comparison.compare import compare
from db.comparison.rows import Comparison

__all__ = ["Comparison", "compare"]
