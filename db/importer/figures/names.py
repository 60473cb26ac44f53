"""A concise noun phrase for a figure, made of the report's own words."""

from __future__ import annotations

import re

from db.importer.figures.drafts import Draft
from db.importer.figures.plan_words import GROWTH
from db.importer.figures.prose import IN_ONE_BREATH, Prose

_AFTER_COUNT = re.compile(rf"[^,;:.()/](?:[^,;:.()]|,(?={IN_ONE_BREATH})){{0,120}}")
_CUT_MODIFIER = re.compile(
    r"\s(?:với|tăng|giảm|đạt tỷ lệ|chiếm|so với|trong đó|để|nhằm|và|theo|tại|trên địa bàn|gồm|bao gồm|còn|do"
    r"|thì|của|cho|ước|bằng|từ|đối với|hơn|gần|khoảng|năm 20[0-9]{2}|(?<!việc )làm)(?!\w)"
)
_ACTIONS = re.compile(
    r"trồng|giải quyết|thu hút|tạo việc làm|hỗ trợ|cấp mới|đón|tiếp|thu hoạch|khai thác được|giải tỏa|thu hồi"
    "|đã (?!giải ngân)"
)
_DEEDS = frozenset(
    {
        "xây dựng",
        "hiến",
        "thu giữ",
        "khởi công",
        "nâng cấp",
        "làm mới",
        "nạo vét",
        "tịch thu",
        "cứng hóa",
        "bê tông hóa",
    }
)
_MEASURED_HEADS = {
    "ha": "diện tích",
    "tấn": "sản lượng",
    "đồng": "số tiền",
    "USD": "vốn",
    "km": "chiều dài",
    "m2": "diện tích",
    "m3": "khối lượng",
}
_MONEY = ("đồng", "USD", "EUR")
_PRICES = re.compile(r"\s?\((?:theo )?giá [^()]*\)|\stheo giá .*$")
_BARE = re.compile(
    r"(?:diện tích|năng suất|sản lượng|số lượng|doanh thu|giá trị|kim ngạch|tổng số|tổng đàn|kinh phí|tổng kinh phí)"
    r"(?: (?:gieo trồng|gieo cấy|thu hoạch|bình quân|ước|cả năm|hiện có))?"
)
_MEASURED_SO = re.compile(
    r"(?i)(?:diện tích|năng suất|sản lượng)(?: gieo trồng| gieo cấy| thu hoạch| bình quân)? (\w.*)"
)
_TOPIC = re.compile(r"[\s–+*-]*(?:(?:trong|về|đối với|riêng|với)\s)?([^\W\d_][^,;:.()0-9]{1,40}):\s")
_STRUCTURE = re.compile(r"[\s–+*-]*(?:về )?cơ cấu (?:kinh tế|grdp|các ngành kinh tế|ngành kinh tế)[^;.:0-9]{0,60}:\s")
_VALUED = re.compile(r"\s(?:trị giá|với giá trị|số tiền)$")
_COUNTED_HEAD = re.compile(r"(?i)(?:tổng )?(?:số |hộ |đàn |khách |lượt |lượng |bình quân |dân số|mật độ)")
_STATE = re.compile(r"\s(?:duy trì|tiếp tục|gần như|vẫn|là động lực|phục hồi|là điểm sáng|ổn định)(?!\w).*$")
_SECTOR = re.compile(r"(?:khu vực|ngành|công nghiệp|dịch vụ|nông|thương mại)(?!\w)")
_WITH = re.compile(r"(?<!\w)với\s*$")
_WHERE = re.compile(
    r"(?:^|\s)(?:trên địa bàn (?:toàn )?(?:tỉnh|huyện|thành phố)|toàn tỉnh|từ đầu năm(?: đến ngày [0-9/.-]+)?"
    r"|[0-9]{1,2}\.)(?!\w)"
)
_VERBS = re.compile(
    r"(?<!\w)((?:mở|tổ chức|thành lập(?: thêm| mới)?|ban hành|xây dựng|khởi công|hoàn thành|trao|tặng|cấp"
    "|phát hiện|bắt giữ|khởi tố|xử lý|đón|tiếp|tiếp nhận"
    r"|giải quyết|hỗ trợ|tổ chức tiếp|thẩm định|phê duyệt|thu hồi|đưa vào sử dụng|cử|kết nạp|công nhận"
    "|thông qua)(?: được)?)$"
)
_TERM = re.compile(r"(?:,\s)?nhiệm kỳ [0-9]{4}\s?[-–]\s?[0-9]{4}")
_ADVANCE = re.compile(
    r"\s*(?:phát triển[^,]*?|tăng trưởng[^,]*?|duy trì[^,]*?)?\s*(?:với|có|đạt)\s(?:mức|tốc độ)\s(?:tăng trưởng"
    "|tăng)$"
)
_VERB_END = re.compile(
    r"(?:\s|^)(?:có|được|đã|với số lượng|[Ss]o với|với|là|của|đối với|khoảng|hơn|gần|tổng số|ước|dự kiến|đã xảy ra"
    r"|xảy ra)$"
)
_LEADING = re.compile(r"^(?:có|làm|đã|được|với|là|đạt|tổ chức|các)\s")
_PLAN_WORD = re.compile(r"(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu|(?<!\w)(?:kh|dt|nq)(?!\w))")
_PLANS = {"kh": "kế hoạch", "dt": "dự toán", "nq": "nghị quyết"}
_MEDALS = {
    "hcv": "vàng",
    "hcb": "bạc",
    "hcđ": "đồng",
    "huy chương vàng": "vàng",
    "huy chương bạc": "bạc",
    "huy chương đồng": "đồng",
}
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
_OPENING = re.compile(r"(?i)^(?:(?:trong đó|trong|xảy ra|để xảy ra|ghi nhận|có)(?:\s|$))+")
_SCALE = re.compile(r"^(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: tỷ| tỉ)?\s(?=\w)")
_MAX_WORDS = 18
_MAX_PART = 12
_SIGNS = " ,;:.…–-/("
_LINKING_WORDS = "so của trong với về khi cho đến ở do theo và tại để trên từ vào là các những toàn"
_LINKING = frozenset(_LINKING_WORDS.split())
"""Words a name does not end with."""


def name_of(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    """Return the name of a draft; `before` is the draft it may lean on, `given` the name its note hangs on."""
    named = {
        "plan_attainment": _attainment,
        "share": _share,
        "change": _growth,
        "rank": _rank,
    }.get(draft.kind, _level)
    if before is not None and before.earlier and draft.subject is before.subject:
        return before.name  # "giảm từ 6,12% xuống 4,98%"
    if draft.plan and before is not None and _PLAN_ALONE.fullmatch(draft.subject.text.lower()):
        return _aim(draft, before)
    name = _timeless(_STRIVING.sub("", named(prose, draft, before, given)))
    name = _ended(_within(name, _MAX_WORDS))
    return name[:1].upper() + name[1:]


def _aim(draft: Draft, before: Draft) -> str:
    """Name the plan of what was just named: "38,5% (kế hoạch 38%)"; a planned fall is no planned level."""
    cue, unit = draft.quantity.cue, draft.quantity.unit
    if not cue.direction or before.kind == "change" or unit.base not in ("%", "điểm phần trăm"):
        return before.name
    head = "mức giảm" if cue.direction < 0 else "mức tăng" if before.kind == "share" else "tốc độ tăng trưởng"
    name = f"{head} {_lower(before.name)}"
    return name[:1].upper() + name[1:]


def _timeless(name: str) -> str:
    """Return a name without the time it speaks of; "đến năm 2030" belongs to the name of a plan."""
    bare = " ".join(_TIMES.sub(" ", name).split())
    return bare if len(bare.split()) >= 2 else name


def _within(text: str, most: int = _MAX_PART) -> str:
    """Return at most that many words, ended before a linking word rather than in the middle of a phrase."""
    words = text.split()
    if len(words) <= most:
        return " ".join(words)
    links = [at for at in range(4, most + 1) if words[at].lower().strip(",") in _LINKING]
    return _ended(" ".join(words[: links[-1] if links else most]))


def _ended(text: str) -> str:
    """Return a name without the signs and linking words it cannot end with."""
    words = text.rstrip(_SIGNS).split()
    while len(words) > 1 and words[-1].lower() in _LINKING:
        words = words[:-1]
    name = " ".join(words).rstrip(_SIGNS)
    return name.replace("“", "").replace("”", "") if name.count("“") != name.count("”") else name


def _level(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    unit, own = draft.quantity.unit, draft.subject.text
    if draft.quantity.form:
        return _form(draft, before, given)
    if unit.base == "điểm phần trăm" and draft.quantity.cue.has("vượt") and (own or before is not None):
        return f"mức vượt kế hoạch {_lower(own or (before.name if before else ''))}"
    if not own and unit.measured and (before is not None or given):
        return _continued(prose, draft, before, given)
    if not own or _ACTIONS.match(own.lower()) or own.lower() in _DEEDS or (not unit.measured and "/" not in unit.text):
        return _count(prose, draft, before, given)
    return _sum(prose, draft, before, given)


def _continued(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    """Name a measured amount without a subject of its own by what stands before it, or by what it measures."""
    unit = draft.quantity.unit
    if before is None:
        return given
    if before.kind == "plan_attainment" and before.base is not None:
        before = before.base  # "đạt 96,2% dự toán; ước cả năm 13.500 tỷ đồng"
    last = before.quantity.unit.base
    if unit.base.startswith(f"{last}/"):
        return f"{before.name} bình quân mỗi {unit.base.partition('/')[2]}"  # "61,5 tỷ đồng (50 triệu đồng/căn)"
    if last == unit.base or (last in _MONEY and unit.base in _MONEY) or before.kind in ("share", "change"):
        return before.name
    head = "khối lượng" if unit.base == "tấn" else _MEASURED_HEADS.get(unit.base, "")
    if unit.base not in _MONEY and head and _modifier(prose, draft):
        return f"{head} {_modifier(prose, draft)}"
    return f"{head} {_VALUED.sub('', _bare(before.name))}" if unit.base in _MONEY else before.name


def _sum(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    """Name a measured amount by its subject, and by what the subject hangs on."""
    own = draft.subject.text
    if before is not None and own.lower().removeprefix("đã ") == "giải ngân":
        return f"giải ngân {_lower(before.name)}"
    if before is not None and _follows_with(prose, draft):
        return f"{own} {_bare(before.name)}"
    if before is not None and own.lower().startswith("theo giá "):
        return f"{_PRICES.sub('', before.name)} {own.lower()}"
    if _BARE.fullmatch(own.lower()):
        topic = _topic(prose, draft, before)
        return f"{own} {_lower(topic)}" if topic else own
    return f"{own} {_lower(given)}" if len(own.split()) <= 2 and given else own


def _topic(prose: Prose, draft: Draft, before: Draft | None) -> str:
    """Return whose "diện tích" it is: "Lúa Đông Xuân: diện tích …", or what the figure before measures so."""
    at = draft.quantity.start
    for start in (prose.clause(at)[0], prose.sentence(at)[0]):
        if opening := _TOPIC.match(prose.text, start, max(start, draft.subject.start)):
            return opening[1]
    lender = before.base or before if before is not None else None
    measured = _MEASURED_SO.match(lender.name) if lender is not None and lender.kind == "level" else None
    return measured[1] if measured else ""


def _follows_with(prose: Prose, draft: Draft) -> bool:
    """Tell whether "với" ties this quantity to the one before: "12 dự án với tổng vốn 5 tỷ đồng"."""
    return bool(_WITH.search(prose.low[max(0, draft.subject.start - 8) : draft.subject.start]))


def _bare(name: str) -> str:
    """Return a name without "Số", for use inside another."""
    return name[3:] if name.lower().startswith("số ") else _lower(name)


def _form(draft: Draft, before: Draft | None, given: str) -> str:
    lender = before.name if before is not None else given
    head = draft.quantity.unit.text
    actor = (
        re.sub(rf"(?i)^số {re.escape(head)}\s?", "", lender)
        .replace("thi hành kỷ luật", "")
        .replace("kỷ luật", "")
        .replace("vi phạm", "")
        .strip()
    )
    return " ".join(f"{head} bị {actor} {draft.quantity.form}".split())


def _count(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    """ "kết nạp được 2.033 đảng viên" is "Số đảng viên kết nạp"."""
    quantity = draft.quantity
    medal = prose.low[quantity.number.end : quantity.end].strip()
    noun = f"huy chương {_MEDALS[medal]}" if medal in _MEDALS else _headed(prose, draft)
    after, action = _modifier(prose, draft), _action(prose, draft)
    if _COUNTED_HEAD.match(action):
        return f"{action} {_turned(draft)}".strip()
    near = before if before is not None and before.quantity.start >= prose.clause(quantity.start)[0] else None
    lent = ""
    if not action and near is not None and _follows_with(prose, draft):
        action = _bare(near.name)
    elif near is not None and (
        len(action.split()) + len(after.split()) <= 2 or (not action and len(after.split()) <= 4)
    ):
        other = near.rest if near.quantity.unit.text != quantity.unit.text else ""
        lent = near.rest if action else near.action or other
    elif near is None and len(action.split()) + len(after.split()) <= 2:
        lent = _bare(given)
    after = f"{after} {_turned(draft)}".strip()
    if len(after.split()) >= 5 and len(action.split()) <= 2:
        action = ""
    noun_rest = prose.text[quantity.number.end : quantity.end].strip().removeprefix(quantity.unit.text)
    draft.action, draft.rest = action or lent, lent or f"{noun_rest} {after}".strip()
    if action.lower().startswith(f"{noun.removeprefix('số ')} "):
        noun = "số"  # "cây phân tán 1.250.000 cây"
    return " ".join(f"{noun} {action} {lent} {after}".split())


def _turned(draft: Draft) -> str:
    """Return "giảm" or "tăng" for an amount that itself counts what fell or rose."""
    if draft.quantity.cue.words[-1:] == ("từ",):
        return ""  # where a fall begins is no fall
    if draft.quantity.cue.has("giảm", "kéo giảm", "cắt giảm"):
        return "giảm"
    return "tăng" if draft.quantity.cue.has("tăng", "tăng thêm") else ""


def _headed(prose: Prose, draft: Draft) -> str:
    """Return what opens the name of an amount: an area is a "diện tích", all else a number of something."""
    if draft.quantity.unit.measured and draft.quantity.unit.base in _MEASURED_HEADS:
        return _MEASURED_HEADS[draft.quantity.unit.base]
    return f"số {_noun(prose, draft)}"


def _noun(prose: Prose, draft: Draft) -> str:
    written = _SCALE.sub("", prose.text[draft.quantity.number.end : draft.quantity.end].strip())
    return _lower(written) if written else draft.quantity.form or draft.quantity.unit.text


def _modifier(prose: Prose, draft: Draft) -> str:
    end = min(draft.end, prose.part(max(draft.quantity.end - 1, 0))[1])
    after = _AFTER_COUNT.match(prose.text, draft.quantity.end, max(end, draft.quantity.end))
    text = after[0] if after else ""
    cut = _CUT_MODIFIER.search(text)
    return _within(text[: cut.start()] if cut else text)


def _action(prose: Prose, draft: Draft) -> str:
    """Return the words that lead up to a count, as far as they belong to it."""
    cue = draft.quantity.cue.start
    start = max(prose.part(cue)[0] if cue else 0, draft.subject.start)
    text = _shortened(prose.text[start:cue])
    if len(text.split()) < 2 and draft.subject.start < start:
        text = _shortened(draft.subject.text)
    if len(text.split()) > 5:
        verb = _VERBS.search(text)
        text = verb[1] if verb else text.rpartition(" đã ")[2]
    text = _within(text)
    opens = prose.low[prose.sentence(cue)[0] : start].strip(" .;:-–") in ("", "tuy nhiên,", "trong đó,")
    return _lower(text) if opens else text


def _shortened(text: str) -> str:
    text = _OPENING.sub("", _TERM.sub("", _WHERE.sub("", text)).strip(' ,;:()“”"…'))
    for _ in range(4):
        text = _VERB_END.sub("", text).strip(" ,;:")
        text = _LEADING.sub("", text).strip()
    return text


def _attainment(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    plan = _PLAN_WORD.search(prose.low, draft.quantity.end, max(draft.end, draft.quantity.end))
    base = draft.base.name if draft.base else draft.subject.text or (before.name if before else given)
    base = re.sub(r"(?i)^(?:số|tỷ lệ) ", "", base)
    if not base and plan:
        return f"tỷ lệ hoàn thành {prose.text[plan.start() : max(draft.end, plan.end())].strip(' ,.;')}"
    if draft.quantity.cue.has("vượt"):
        return f"mức vượt {_PLANS.get(plan[0], plan[0]) if plan else 'kế hoạch'} {_lower(base)}"
    return f"tỷ lệ {_lower(base)}" + (f" so với {_PLANS.get(plan[0], plan[0])}" if plan else "")


def _share(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    own = _STATE.sub("", draft.subject.text)
    if own.lower() in ("tỷ lệ", "tỉ lệ", "đạt tỷ lệ"):
        own = ""
    chiem = draft.quantity.cue.has("chiếm", "chiếm tỷ trọng")
    of = prose.text[draft.quantity.end : min(draft.end, draft.quantity.end + 40)].strip(" ,.;()")
    if own and chiem and of[:1].isupper() and len(of.split()) <= 3:
        return f"tỷ lệ {_lower(own)} trên {of}"
    if own and chiem and not own.lower().startswith(("tỷ", "tỉ")):
        return f"tỷ trọng {_lower(own)}"
    if own:
        own = _in_structure(prose, draft, own)
        return own if re.match(r"(?i)t[ỷỉ]|độ|mức|lãi|hệ số|chỉ số|công suất|cơ cấu", own) else f"tỷ lệ {_lower(own)}"
    opens = prose.low[prose.clause(draft.quantity.start)[0] : draft.quantity.cue.start].strip(" .;:-–") == ""
    counted = re.sub(r"^(?:tổng )?số ", "", _modifier(prose, draft))
    if opens and len(counted.split()) >= 2:
        return f"tỷ lệ {counted}"
    base = draft.base or before
    name = (base.subject.text or base.name if base.kind == "change" else base.name) if base else given
    name = name or counted
    if chiem and of == "GRDP" and _SECTOR.match(name.lower()):
        return f"tỷ trọng {_lower(name)}"
    if chiem and of and len(of.split()) <= 5:
        name = f"{name} trên {prose.text[draft.quantity.end : draft.end].strip(' ,.;')}"
    return f"tỷ lệ {_lower(re.sub(r'(?i)^(?:số|tỷ lệ) ', '', name))}"


def _in_structure(prose: Prose, draft: Draft, own: str) -> str:
    """Return "tỷ trọng dịch vụ" for what is listed behind "Cơ cấu kinh tế:"."""
    structure = _STRUCTURE.match(prose.low, prose.sentence(draft.quantity.start)[0])
    if structure is None or structure.end() > draft.quantity.start or own.lower().startswith(("tỷ", "tỉ")):
        return own
    own = own.partition(":")[2].strip() or own if own.lower().startswith("cơ cấu") else own
    return f"tỷ trọng {_lower(own)}"


def _growth(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    del prose
    if draft.base is not None and not draft.subject.text:
        return f"{draft.base.name} so với năm trước"
    own = _STATE.sub("", draft.subject.text) or (before.name if before else given)
    if own.lower().startswith(("tỷ lệ", "tỉ lệ", "độ ", "mức ")) and not GROWTH.search(own.lower()):
        return own
    cut = _ADVANCE.search(own)
    if cut and cut.start() > 0:
        return f"tốc độ tăng trưởng {_lower(own[: cut.start()])}"
    if draft.quantity.unit.base != "%":
        return own
    return own if GROWTH.search(own.lower()) else f"tốc độ tăng trưởng {_lower(own)}"


def _rank(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    where = _modifier(prose, draft) if not draft.quantity.number.rank or draft.quantity.number.of else "cả nước"
    own = given or re.sub(r"(?i)(?:thấp|cao|lớn|ít|nhiều)(?: nhất| thứ)?.*$", "", draft.subject.text).strip(" ,")
    own = _PLACED.sub("", own) or (before.name if before is not None else "")
    return f"xếp hạng {_lower(own)} {where}".strip()


def _lower(text: str) -> str:
    """Return `text` with a small first letter, unless its first word is an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if len(first) > 1 and first[1:].isupper() else text[:1].lower() + text[1:]
