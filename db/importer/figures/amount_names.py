"""Names of amounts: what is counted or measured, by whom, of what."""

from __future__ import annotations

import re

from db.importer.figures.drafts import Draft
from db.importer.figures.name_words import lower_first, within
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
_RATE = re.compile(r"(?i)^t[ỷỉ] (?:lệ|trọng) ")
_VALUED = re.compile(r"\s(?:trị giá|với giá trị|số tiền)$")
_COUNTED_HEAD = re.compile(r"(?i)(?:tổng )?(?:số |hộ |đàn |khách |lượt |lượng |bình quân |dân số|mật độ)")
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
_VERB_END = re.compile(
    r"(?:\s|^)(?:có|được|đã|với số lượng|[Ss]o với|với|là|của|đối với|khoảng|hơn|gần|tổng số|ước|dự kiến|đã xảy ra"
    r"|xảy ra)$"
)
_LEADING = re.compile(r"^(?:có|làm|đã|được|với|là|đạt|tổ chức|các)\s")
_MEDALS = {
    "hcv": "vàng",
    "hcb": "bạc",
    "hcđ": "đồng",
    "huy chương vàng": "vàng",
    "huy chương bạc": "bạc",
    "huy chương đồng": "đồng",
}
_OPENING = re.compile(r"(?i)^(?:(?:trong đó|trong|xảy ra|để xảy ra|ghi nhận|có)(?:\s|$))+")
_SCALE = re.compile(r"^(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: tỷ| tỉ)?\s(?=\w)")


def amount_name(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    """Return the name of an amount; `before` is the draft it may lean on, `given` the name its note hangs on."""
    unit, own = draft.quantity.unit, draft.subject.text
    if draft.quantity.form:
        return _form(draft, before, given)
    if unit.base == "điểm phần trăm" and draft.quantity.cue.has("vượt") and (own or before is not None):
        return f"mức vượt kế hoạch {lower_first(own or (before.name if before else ''))}"
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
    if before.kind == "share" and unit.base in _MONEY:
        return f"số tiền {lower_first(_RATE.sub('', before.name))}"  # "tiết kiệm 10%, tương đương 123,4 tỷ đồng"
    last = before.quantity.unit.base
    if unit.base.startswith(f"{last}/"):
        return f"{before.name} bình quân mỗi {unit.base.partition('/')[2]}"  # "61,5 tỷ đồng (50 triệu đồng/căn)"
    if last == unit.base or (last in _MONEY and unit.base in _MONEY) or before.kind in ("share", "change"):
        return before.name
    head = "khối lượng" if unit.base == "tấn" else _MEASURED_HEADS.get(unit.base, "")
    if unit.base not in _MONEY and head and modifier(prose, draft):
        return f"{head} {modifier(prose, draft)}"
    return f"{head} {_VALUED.sub('', _bare(before.name))}" if unit.base in _MONEY else before.name


def _sum(prose: Prose, draft: Draft, before: Draft | None, given: str) -> str:
    """Name a measured amount by its subject, and by what the subject hangs on."""
    own = draft.subject.text
    if before is not None and own.lower().removeprefix("đã ") == "giải ngân":
        return f"giải ngân {lower_first(before.name)}"
    if before is not None and _follows_with(prose, draft):
        return f"{own} {_bare(before.name)}"
    if before is not None and own.lower().startswith("theo giá "):
        return f"{_PRICES.sub('', before.name)} {own.lower()}"
    if _BARE.fullmatch(own.lower()):
        topic = _topic(prose, draft, before)
        return f"{own} {lower_first(topic)}" if topic else own
    return f"{own} {lower_first(given)}" if len(own.split()) <= 2 and given else own


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
    return name[3:] if name.lower().startswith("số ") else lower_first(name)


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
    after, action = modifier(prose, draft), _action(prose, draft)
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
    return lower_first(written) if written else draft.quantity.form or draft.quantity.unit.text


def modifier(prose: Prose, draft: Draft) -> str:
    """Return the words behind an amount that tell which of its kind it counts."""
    end = min(draft.end, prose.part(max(draft.quantity.end - 1, 0))[1])
    after = _AFTER_COUNT.match(prose.text, draft.quantity.end, max(end, draft.quantity.end))
    text = after[0] if after else ""
    cut = _CUT_MODIFIER.search(text)
    return within(text[: cut.start()] if cut else text)


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
    text = within(text)
    opens = prose.low[prose.sentence(cue)[0] : start].strip(" .;:-–") in ("", "tuy nhiên,", "trong đó,")
    return lower_first(text) if opens else text


def _shortened(text: str) -> str:
    text = _OPENING.sub("", _TERM.sub("", _WHERE.sub("", text)).strip(' ,;:()“”"…'))
    for _ in range(4):
        text = _VERB_END.sub("", text).strip(" ,;:")
        text = _LEADING.sub("", text).strip()
    return text
