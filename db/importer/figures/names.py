"""A concise noun phrase for a figure, made of the report's own words."""

from __future__ import annotations

import re

from db.importer.figures.amount_names import amount_name, modifier
from db.importer.figures.drafts import Draft
from db.importer.figures.name_words import ended, lower_first, within
from db.importer.figures.plan_words import GROWTH
from db.importer.figures.prose import Prose

_NO_SUBJECT = frozenset(
    {"tỷ lệ", "tỉ lệ", "đạt tỷ lệ", "duy trì", "tiếp tục duy trì", "bảo đảm", "đảm bảo", "hoàn thành"}
)
"""Words before a per cent that say nothing of what it is a part of."""
_TELLS = re.compile(r"(?i)t[ỷỉ]|độ|mức|lãi|hệ số|chỉ số|công suất|cơ cấu")
_STRUCTURE = re.compile(r"[\s–+*-]*(?:về )?cơ cấu (?:kinh tế|grdp|các ngành kinh tế|ngành kinh tế)[^;.:0-9]{0,60}:\s")
_STATE = re.compile(r"\s(?:duy trì|tiếp tục|gần như|vẫn|là động lực|phục hồi|là điểm sáng|ổn định)(?!\w).*$")
_SECTOR = re.compile(r"(?:khu vực|ngành|công nghiệp|dịch vụ|nông|thương mại)(?!\w)")
_ADVANCE = re.compile(
    r"\s*(?:phát triển[^,]*?|tăng trưởng[^,]*?|duy trì[^,]*?)?\s*(?:với|có|đạt)\s(?:mức|tốc độ)\s(?:tăng trưởng"
    "|tăng)$"
)
_PLAN_WORD = re.compile(r"(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu|(?<!\w)(?:kh|dt|nq)(?!\w))")
_PLANS = {"kh": "kế hoạch", "dt": "dự toán", "nq": "nghị quyết"}
_TIMES = re.compile(
    r"(?<!\w)(?:(?:tính )?đến (?:hết )?(?:ngày )?[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?"
    r"|(?:đến (?:hết |cuối )?)?(?:tháng|quý) (?:[0-9]{1,2}|[ivIV]{1,3})(?:/[0-9]{4})?"
    r"|[0-9]{1,2} tháng(?: đầu| cuối)?(?: năm)?(?: [0-9]{4})?|giai đoạn [0-9]{4}\s?[-–]\s?[0-9]{4}"
    r"|(?<!đến )(?<!từ )năm [0-9]{4}|đến cuối năm(?: [0-9]{4})?)(?![\w/])"
)
_STRIVING = re.compile(r"^(?:phấn đấu|mục tiêu là)(?: đạt| đến)?\s(?=\w+ \w)", re.IGNORECASE)
_PLAN_ALONE = re.compile(
    r"(?:theo )?(?:(?:dự toán|kế hoạch|kịch bản|nghị quyết|chỉ tiêu|mục tiêu|kh|dt|nq)"
    r"(?: năm| giao| đề ra| là)?:?\s?){0,2}"
)
_PLACED = re.compile(r"(?i)\s?(?:xếp|đứng)(?: hạng| thứ| vị)?(?: thứ| trí)?$")
_MAX_WORDS = 18


def name_of(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    """Return the name of a draft; `before` is the draft it may lean on, `given` the name its note hangs on."""
    named = {
        "plan_attainment": _attainment,
        "share": _share,
        "change": _growth,
        "rank": _rank,
    }.get(draft.kind, amount_name)
    if before is not None and before.earlier and draft.subject is before.subject:
        return before.name  # "giảm từ 6,12% xuống 4,98%"
    if draft.plan and before is not None and _PLAN_ALONE.fullmatch(draft.subject.text.lower()):
        return _aim(draft, before)
    name = _timeless(_STRIVING.sub("", named(prose, draft, before, given)))
    name = ended(within(name, _MAX_WORDS))
    return name[:1].upper() + name[1:]


def _aim(draft: Draft, before: Draft) -> str:
    """Name the plan of what was just named: "38,5% (kế hoạch 38%)"; a planned fall is no planned level."""
    cue, unit = draft.quantity.cue, draft.quantity.unit
    if not cue.direction or before.kind == "change" or unit.base not in ("%", "điểm phần trăm"):
        return before.name
    head = "mức giảm" if cue.direction < 0 else "mức tăng" if before.kind == "share" else "tốc độ tăng trưởng"
    name = f"{head} {lower_first(before.name)}"
    return name[:1].upper() + name[1:]


def _timeless(name: str) -> str:
    """Return a name without the time it speaks of; "đến năm 2030" belongs to the name of a plan."""
    bare = " ".join(_TIMES.sub(" ", name).split())
    return bare if len(bare.split()) >= 2 else name


def _attainment(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    plan = _PLAN_WORD.search(prose.low, draft.quantity.end, max(draft.end, draft.quantity.end))
    base = draft.base.name if draft.base else draft.subject.text or (before.name if before else given)
    base = re.sub(r"(?i)^(?:số|tỷ lệ) ", "", base)
    if not base and plan:
        return f"tỷ lệ hoàn thành {prose.text[plan.start() : max(draft.end, plan.end())].strip(' ,.;')}"
    if draft.quantity.cue.has("vượt"):
        return f"mức vượt {_PLANS.get(plan[0], plan[0]) if plan else 'kế hoạch'} {lower_first(base)}"
    return f"tỷ lệ {lower_first(base)}" + (f" so với {_PLANS.get(plan[0], plan[0])}" if plan else "")


def _share(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    own = _STATE.sub("", draft.subject.text)
    if own.lower() in _NO_SUBJECT:
        own = ""
    chiem = draft.quantity.cue.has("chiếm", "chiếm tỷ trọng")
    of = prose.text[draft.quantity.end : min(draft.end, draft.quantity.end + 40)].strip(" ,.;()")
    if own and chiem and of[:1].isupper() and len(of.split()) <= 3:
        return f"tỷ lệ {lower_first(own)} trên {of}"
    if own and chiem and not own.lower().startswith(("tỷ", "tỉ")):
        return f"tỷ trọng {lower_first(own)}"
    if own:
        own = _in_structure(prose, draft, own)
        return own if _TELLS.match(own) else f"tỷ lệ {lower_first(own)}"
    opens = prose.low[prose.clause(draft.quantity.start)[0] : draft.quantity.cue.start].strip(" .;:-–") == ""
    counted = re.sub(r"^(?:tổng )?số ", "", modifier(prose, draft))
    if opens and len(counted.split()) >= 2:
        return f"tỷ lệ {counted}"
    base = draft.base or before
    name = (base.subject.text or base.name if base.kind == "change" else base.name) if base else given
    name = name or counted
    if chiem and of == "GRDP" and _SECTOR.match(name.lower()):
        return f"tỷ trọng {lower_first(name)}"
    if chiem and of and len(of.split()) <= 5:
        name = f"{name} trên {prose.text[draft.quantity.end : draft.end].strip(' ,.;')}"
    return f"tỷ lệ {lower_first(re.sub(r'(?i)^(?:số|tỷ lệ) ', '', name))}"


def _in_structure(prose: Prose, draft: Draft, own: str) -> str:
    """Return "tỷ trọng dịch vụ" for what is listed behind "Cơ cấu kinh tế:"."""
    structure = _STRUCTURE.match(prose.low, prose.sentence(draft.quantity.start)[0])
    if structure is None or structure.end() > draft.quantity.start or own.lower().startswith(("tỷ", "tỉ")):
        return own
    own = own.partition(":")[2].strip() or own if own.lower().startswith("cơ cấu") else own
    return f"tỷ trọng {lower_first(own)}"


def _growth(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    del prose
    if draft.base is not None and not draft.subject.text:
        return f"{draft.base.name} so với năm trước"
    own = _STATE.sub("", draft.subject.text) or (before.name if before else given)
    if own.lower().startswith(("tỷ lệ", "tỉ lệ", "độ ", "mức ")) and not GROWTH.search(own.lower()):
        return own
    cut = _ADVANCE.search(own)
    if cut and cut.start() > 0:
        return f"tốc độ tăng trưởng {lower_first(own[: cut.start()])}"
    if draft.quantity.unit.base != "%":
        return own
    return own if GROWTH.search(own.lower()) else f"tốc độ tăng trưởng {lower_first(own)}"


def _rank(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    where = modifier(prose, draft) if not draft.quantity.number.rank or draft.quantity.number.of else "cả nước"
    own = given or re.sub(r"(?i)(?:thấp|cao|lớn|ít|nhiều)(?: nhất| thứ)?.*$", "", draft.subject.text).strip(" ,")
    own = _PLACED.sub("", own) or (before.name if before is not None else "")
    return f"xếp hạng {lower_first(own)} {where}".strip()
