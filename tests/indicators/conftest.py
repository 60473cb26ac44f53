"""Made-up figures for series."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from db.indicators.stated import Stated
from db.model import Place

Maker = Callable[..., Stated]


@pytest.fixture(scope="session")
def said() -> Maker:
    """The maker of stated figures; what is not given is that of a budget figure of the 2023 report."""

    def make(value: float, unit: str = "tỷ đồng", year: int = 2023, **more: Any) -> Stated:
        factors = {"tỷ đồng": 1e9, "nghìn tỷ đồng": 1e12}
        report = more.pop("report_year", year)
        facts: dict[str, Any] = {
            "id": year,
            "report_id": report,
            "report_year": report,
            "report_place": "Quảng Thử",
            "indicator": "thu-ngan-sach",
            "name": "Tổng thu ngân sách nhà nước",
            "kind": "level",
            "unit": unit,
            "unit_base": "đồng" if unit in factors else unit,
            "value": value,
            "value_base": value * factors.get(unit, 1.0),
            "low": None,
            "high": None,
            "qualifier": "",
            "period": str(year),
            "period_end": f"{year}-12-31",
            "state": "stated",
            "quote": "câu",
            "start": 0,
            "place": Place(block_id=1),
            "change": None,
            "implied_previous": None,
        }
        return Stated(**{**facts, **more})

    return make
