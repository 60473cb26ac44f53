"""The basket: order, choices, what is the same, and what a restart brings back."""

from __future__ import annotations

from db.export.basket import BasketItem, Part
from desktop.exporting.basket import Basket, mergeable
from desktop.settings import BASKET, Settings


def item(number: int, rows: tuple[int, ...] | None = None, kind: str = "table") -> BasketItem:
    return BasketItem(kind, f"Bảng {number}", (Part("mau", "0" * 64, (number,), rows),))


def test_a_restart_brings_it_back(tmp_path):
    settings = Settings(tmp_path / "s.ini")
    basket = Basket(settings)
    basket.add(item(1, (2, 0)))
    basket.add(item(2))
    basket.choose(1, False)
    settings.sync()
    again = Basket(Settings(tmp_path / "s.ini"))
    assert again.items() == basket.items()
    assert again.items()[0].parts[0].rows == (2, 0)
    assert not again.items()[1].chosen


def test_a_damaged_memory_is_an_empty_basket():
    settings = Settings()
    settings.put(BASKET, '[{"kind": 7')
    assert Basket(settings).items() == ()


def test_the_same_table_in_other_rows_takes_its_place():
    basket = Basket(items=(item(1), item(2)))
    assert basket.add(item(1, (0,)))
    assert [one.parts[0].rows for one in basket.items()] == [(0,), None]
    assert not basket.add(item(1, (0,)))


def test_moving_stops_at_the_ends():
    basket = Basket(items=(item(1), item(2), item(3)))
    assert basket.move(2, 1) == 2
    assert basket.move(2, -1) == 1
    assert [one.title for one in basket.items()] == ["Bảng 1", "Bảng 3", "Bảng 2"]


def test_taking_out(qtbot):
    basket = Basket(items=(item(1), item(2), item(3)))
    with qtbot.waitSignal(basket.changed):
        basket.remove([0, 2])
    assert [one.title for one in basket.items()] == ["Bảng 2"]


def test_only_tables_are_set_side_by_side():
    made = mergeable([item(1), item(2)])
    assert (made.kind, made.title) == ("merged", "Bảng 1 + Bảng 2")
    assert [part.numbers for part in made.parts] == [(1,), (2,)]
    assert mergeable([item(1)]) is None
    assert mergeable([item(1), item(2, kind="clerk")]) is None
