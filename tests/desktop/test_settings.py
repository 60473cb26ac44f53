"""Settings: checked on reading, told when they change."""

from __future__ import annotations

from db.policy import Policy
from desktop.settings import LIVE_NUMBERS, THEME, ZOOM, Settings, unusable


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


def test_a_preset_stands_in_for_the_default_and_the_user_may_change_it(qapp):
    settings = Settings(policy=Policy(presets={"reading/zoom": "130", "theme": "pink"}))
    assert settings.get(ZOOM) == 130
    assert settings.get(THEME) == "system"
    settings.put(ZOOM, 100)
    assert settings.get(ZOOM) == 100


def test_a_locked_value_comes_before_what_was_remembered_and_cannot_be_put(tmp_path, qtbot):
    file = tmp_path / "t.ini"
    file.write_text("[General]\ntheme=dark\n", encoding="utf-8")
    settings = Settings(file, Policy(locked={"theme": "light", "reading/zoom": "9000"}))
    assert settings.locked(THEME)
    assert settings.get(THEME) == "light"
    with qtbot.waitSignal(settings.changed):
        settings.put(THEME, "sepia")
    assert settings.get(THEME) == "light"
    assert not settings.locked(ZOOM)
    settings.sync()
    assert "dark" in file.read_text("utf-8")


def test_keys_of_a_policy_that_lay_nothing_down_are_named():
    policy = Policy(presets={"reading/zoom": "130", "theme": "pink"}, locked={"help/tips": "no", "colour": "red"})
    assert unusable(policy) == ("theme", "help/tips", "colour")
    assert unusable(Policy(locked={"theme": "light", "interface/scale": "200", "help/tips": "false"})) == ()
