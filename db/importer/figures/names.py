"""A concise noun phrase for a figure, made of the report's own words."""

from __future__ import annotations

import re

from db.importer.figures.drafts import Draft
from db.importer.figures.prose import Prose
from db.importer.figures.readings import GROWTH

_AFTER_COUNT = re.compile(r"[^,;:.()]{0,120}")
_CUT_MODIFIER = re.compile(
    r"\s(?:với|tăng|giảm|đạt tỷ lệ|chiếm|so với|trong đó|để|nhằm|và|theo|tại|trên địa bàn|còn|do|thì|của|cho|ước|bằng|từ|đối với|hơn|gần|khoảng|tham gia các|năm 20[0-9]{2}|làm)(?!\w)"
)
_ADVANCE = re.compile(r"\s*(?:phát triển[^,]*?|tăng trưởng[^,]*?|duy trì[^,]*?)?\s*(?:với|có|đạt)\s(?:mức|tốc độ)\s(?:tăng trưởng|tăng)$")
_VERB_END = re.compile(r"(?:\s|^)(?:có|được|đã|với số lượng|với|là|của|đối với|khoảng|hơn|gần|tổng số|ước|dự kiến|đã xảy ra|xảy ra)$")
_LEADING = re.compile(r"^(?:có|đã|được|với|là|đạt|tổ chức|các)\s")
_PLAN_WORD = re.compile(r"(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)")
_MEDALS = {"hcv": "vàng", "hcb": "bạc", "hcđ": "đồng", "huy chương vàng": "vàng", "huy chương bạc": "bạc", "huy chương đồng": "đồng"}
_MAX_WORDS = 14


def name_of(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    """Return the name of a draft; `before` is the draft it may lean on, `given` the name its note hangs on."""
    named = {
        "plan_attainment": _attainment,
        "share": _share,
        "change": _growth,
        "rank": _rank,
    }.get(draft.kind, _level)
    name = named(prose, draft, before, given)
    words = name.split()
    name = " ".join(words[:_MAX_WORDS])
    return name[:1].upper() + name[1:]


def _level(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    unit, own = draft.quantity.unit, draft.subject.text
    if draft.quantity.elided:
        return _form(draft, before, given)
    if unit.measured or "/" in unit.text:
        if own and not own.lower().startswith(("trồng", "giải quyết", "thu hút")):
            return own
        if not own and unit.measured:
            return before.name if before is not None else given
    return _count(prose, draft, before, given)


def _form(draft: Draft, before: Draft | None, given: str) -> str:
    lender = before.name if before is not None else given
    head = draft.quantity.unit.text
    actor = re.sub(rf"(?i)^số {re.escape(head)}\s?", "", lender).replace("kỷ luật", "").strip()
    return " ".join(f"{head} {actor} {draft.quantity.form}".split())


def _count(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    """ "kết nạp được 2.033 đảng viên" is "Số đảng viên kết nạp"."""
    quantity = draft.quantity
    medal = prose.low[quantity.number.end : quantity.end].strip()
    noun = f"huy chương {_MEDALS[medal]}" if medal in _MEDALS else _noun(prose, draft)
    after = _modifier(prose, draft)
    action = _action(prose, draft)
    if not action and not after and before is not None and before.quantity.start >= prose.clause(quantity.start)[0]:
        action = _lent(before)
    if not action and not after:
        action = _lent_name(given)
    words = f"số {noun} {after}" if len(after.split()) >= 3 or not action else f"số {noun} {action} {after}"
    return " ".join(words.split())


def _noun(prose: Prose, draft: Draft) -> str:
    unit = draft.quantity.unit
    written = prose.text[draft.quantity.number.end : draft.quantity.end].strip()
    return written.lower() if unit.text.isalpha() and len(written) > 4 and written[:1].isupper() else written or unit.text


def _modifier(prose: Prose, draft: Draft) -> str:
    end = min(draft.end, prose.part(max(draft.quantity.end - 1, 0))[1])
    after = _AFTER_COUNT.match(prose.text, draft.quantity.end, max(end, draft.quantity.end))
    text = after[0] if after else ""
    cut = _CUT_MODIFIER.search(text)
    return " ".join(text[: cut.start()].split()[:8]) if cut else " ".join(text.split()[:8])


def _action(prose: Prose, draft: Draft) -> str:
    """Return the words that lead up to a count, as far as they belong to it."""
    part = prose.part(draft.quantity.cue.start)[0] if draft.quantity.cue.start else 0
    start = max(part, draft.subject.start)
    text = prose.text[start : draft.quantity.cue.start].strip(" ,;:()“”\"")
    text = draft.subject.text if len(text.split()) > 10 else text
    for _ in range(3):
        text = _VERB_END.sub("", text).strip()
        text = _LEADING.sub("", text).strip()
    words = text.split()
    return " ".join(words[-7:])


def _lent(before: Draft) -> str:
    return _lent_name(before.name)


def _lent_name(name: str) -> str:
    """Return what a neighbour's name says beyond its noun: "Số tổ chức đảng UBKT kỷ luật" → "UBKT kỷ luật"."""
    words = re.sub(r"(?i)^số (?:tổ chức đảng|đảng viên|người|lượt|trường|xã|hộ|huyện|vụ|[^\W\d_]+)\s?", "", name)
    return words if words != name else ""


def _attainment(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    plan = _PLAN_WORD.search(prose.low, draft.quantity.end, max(draft.end, draft.quantity.end))
    base = draft.base.name if draft.base else draft.subject.text or (before.name if before else given)
    base = re.sub(r"(?i)^(?:số|tỷ lệ) ", "", base)
    return f"tỷ lệ {_lower(base)}" + (f" so với {plan[0]}" if plan else "")


def _share(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    own = draft.subject.text
    if own.lower() in ("tỷ lệ", "tỉ lệ", "đạt tỷ lệ"):
        own = ""
    chiem = draft.quantity.cue.has("chiếm", "chiếm tỷ trọng")
    if own and chiem and not own.lower().startswith(("tỷ", "tỉ")):
        return f"tỷ trọng {_lower(own)}"
    if own:
        return own if re.match(r"(?i)t[ỷỉ]|độ|mức|lãi|hệ số|công suất|cơ cấu", own) else f"tỷ lệ {_lower(own)}"
    base = draft.base or before
    name = base.name if base else given
    of = prose.low[draft.quantity.end : min(draft.end, draft.quantity.end + 40)].strip(" ,.;")
    if chiem and of and len(of.split()) <= 5:
        name = f"{name} trên {prose.text[draft.quantity.end : draft.end].strip(' ,.;')}"
    return f"tỷ lệ {_lower(re.sub(r'(?i)^(?:số|tỷ lệ) ', '', name))}"


def _growth(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    del prose
    if draft.base is not None and not draft.subject.text:
        return f"{draft.base.name} so với năm trước"
    own = draft.subject.text or (before.name if before else given)
    cut = _ADVANCE.search(own)
    if cut and cut.start() > 0:
        return f"tốc độ tăng trưởng {_lower(own[: cut.start()])}"
    if draft.quantity.unit.base != "%":
        return own
    return own if GROWTH.search(own.lower()) else f"tốc độ tăng trưởng {_lower(own)}"


def _rank(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    del before
    where = _modifier(prose, draft) if not draft.quantity.number.rank or draft.quantity.number.of else "cả nước"
    own = re.sub(r"(?i)(?:thấp|cao|lớn|ít|nhiều)(?: nhất| thứ)?.*$", "", draft.subject.text).strip(" ,") or given
    return f"xếp hạng {_lower(own)} {where}".strip()


def _lower(text: str) -> str:
    """Return `text` with a small first letter, unless its first word is an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if len(first) > 1 and first[1:].isupper() else text[:1].lower() + text[1:]
