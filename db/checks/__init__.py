"""What a report's own numbers, and those of several reports, say of each other; never a verdict on who is right."""

from db.checks.between import Contradiction, contradictions
from db.checks.inside import Check, inside

__all__ = ["Check", "Contradiction", "contradictions", "inside"]
