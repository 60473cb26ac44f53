"""Two reports side by side: what stayed, what changed, what is new, and what was not compared."""

from db.comparison.compare import compare
from db.comparison.matrix import Matrix, MatrixCell, MatrixRow, matrix
from db.comparison.merging import MergedCell, MergedColumn, MergedRow, MergedTable, merge_tables
from db.comparison.rows import Comparison

__all__ = [
    "Comparison",
    "Matrix",
    "MatrixCell",
    "MatrixRow",
    "MergedCell",
    "MergedColumn",
    "MergedRow",
    "MergedTable",
    "compare",
    "matrix",
    "merge_tables",
]
