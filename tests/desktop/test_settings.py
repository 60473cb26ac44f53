"""Settings: checked on reading, told when they change."""

from __future__ import annotations

from desktop.settings import LIVE_NUMBERS, THEME, ZOOM, Settings


def test_a_changed_value_is_told_once(qtbot):
    settings = Settings()
    with qtbot.waitSignal(settings.changed) as told:
        settings.put(ZOOM, 150)
    assert told.args == ["reading/zoom"]
    with qtbot.assertNotEmitted(settings.changed):
        settings.put(ZOOM, 150)


def test_a_value_out_of_bounds_reads_as_the_default(tmp_path, qapp):
    file = tmp_path / "t.ini"
    file.write_text("[General]\ntheme=pink\n[reading]\nzoom=9000\nlive-numbers=false\n", encoding="utf-8")
    settings = Settings(file)
    assert settings.get(THEME) == "system"
    assert settings.get(ZOOM) == 100
    assert settings.get(LIVE_NUMBERS) is False


def test_values_outlive_the_program(tmp_path, qapp):
    file = tmp_path / "t.ini"
    settings = Settings(file)
    settings.put(ZOOM, 180)
    settings.sync()
    assert Settings(file).get(ZOOM) == 180
