"""stub"""
from __future__ import annotations
class Catalogue:
    def match(self, name: str, unit_base: str, kind: str, basis: str = "") -> str:
        return ""
def load() -> Catalogue:
    return Catalogue()
