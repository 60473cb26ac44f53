"""What a number is said of: the words before it, freed of openings, years and verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.importer.figures.prose import IN_ONE_BREATH, Prose
from db.importer.figures.quantities import Quantity

_LEAD = re.compile(
    r"(?:[\s,.:;()\"“”…]+|(?:trong đó|riêng|đồng thời|ngoài ra|bên cạnh đó|tuy nhiên|song|và|với|cùng với đó"
    "|tính chung|đến nay|hiện nay|toàn tỉnh|toàn huyện"
    r"|toàn thành phố|toàn ngành|cả tỉnh|trên địa bàn tỉnh|trên địa bàn|nhất là|cụ thể(?: như sau)?|kết quả"
    "|theo đó|qua đó|gồm|bao gồm|còn|do|như|nhờ đó|từ đó|ước tính|ước|dự kiến|trong khi|(?:cao"
    "|thấp) hơn năm [0-9]{4}|từ năm [0-9]{4} đến nay|từ đầu nhiệm kỳ đến nay|trong năm|nâng"
    "|từ đầu năm|lũy kế|so với năm trước"
    r"|từ (?:ngày )?[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})? đến (?:hết )?(?:ngày )?"
    r"[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?"
    r"|(?:tính )?đến (?:hết )?(?:ngày )?[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?|(?:ước "
    "|dự kiến )?đến (?:cuối|hết) năm(?: [0-9]{4})?|(?:trong |cả )?năm [0-9]{4}"
    r"|(?:th|ưth|uth|ước th|kh|(?:ước )?thực hiện|kế hoạch|dự toán) (?:năm )?20[0-9]{2}\s?(?=:)"
    r"|(?:(?:[0-9]{1,2}|ba|sáu|chín|mười|mười một) tháng(?: đầu| cuối)? năm(?: [0-9]{4})?)"
    r"|so với (?:cùng kỳ )?năm (?:trước|[0-9]{4})"
    r"|so với cùng kỳ(?: năm trước)?|[-–+*])(?!\w))"
)
_COLUMN = re.compile(
    r"\s*[:;,(–-]?\s*(?<!\w)(?:ƯTH|UTH|(?:[Ưư]ớc )?(?:TH|[Tt]hực hiện)|KH|DT|[Kk]ế hoạch|[Dd]ự toán)"
    r"(?: năm)? 20[0-9]{2}\s*:?\s*$"
)
_YEAR = re.compile(r"\s*(?:,\s*)?(?<!\w)(?:trong |của |cả |ước |đến cuối )?năm (?:[0-9]{4}|nay)(?!\w)")
_WHOLE_YEAR = re.compile(
    r"[\s,;:(]*(?:và )?(?:(?:ước thực hiện|ước|tính|dự kiến|dự ước|tính chung|lũy kế|thực hiện) )?cả năm"
    r"(?: (?:ước|đạt|là))*\s*"
)
_TAIL = re.compile(
    r"(?:[\s,:;()–-]+|(?<!\w)(?:đạt|là|ước|ước đạt|dự kiến|có|còn|được|đã|hơn|với|của|từ|cho|về|thực hiện được"
    "|so|và|thì|đều|tiếp tục|duy trì|ở))$"
)
_TAIL_CUT = re.compile(
    r"(?<!\w)(?<!so )(?<!đối )(?:với|gồm|trong đó)(?!\w)"
    rf"|[:()]|,(?!{IN_ONE_BREATH})|(?<!\w)và(?!\w)"
    r"|(?<!\w)(?=làm (?:chết|bị thương|mất tích)(?!\w))"
)
_ASIDE = re.compile(r"[^,;:.()0-9]{0,30}\((?:[^()0-9]{0,60}|[^()]{0,12}giá [^()]{0,40})\)")
_HEAD = re.compile(
    r"(?:tốc độ|tỷ lệ|tỉ lệ|tỷ trọng|tổng|giá trị|sản lượng|diện tích|năng suất|doanh thu|doanh số|kim ngạch|số"
    "|thu |chi |vốn|kinh phí|dư nợ|nguồn vốn|chỉ số|quy mô|mức|lượng|lượt"
    r"|thu nhập|bình quân|khu vực|ngành|xuất khẩu|nhập khẩu|cơ cấu|độ che phủ|đàn|công suất|mật độ|tuổi thọ"
    "|khách|giải ngân|khối lượng|trữ lượng|nợ|hệ số|chỉ tiêu)",
    re.IGNORECASE,
)
_PAIRED = re.compile(
    r"(?<!\w)(?:xuất|thu|trồng|diện tích|năng suất|số lượng|quy mô|huy động|tổng|khai thác|thu gom),\s?$"
)
_ABBREVIATION = re.compile(r"[A-ZĐ]{3,6}(?!\w)")


@dataclass(frozen=True, slots=True)
class Subject:
    """The words a number is said of: `text` cleaned, standing from the code point `start` on."""

    text: str
    start: int


def subject_of(prose: Prose, quantity: Quantity, before: Quantity | None) -> Subject:
    """Return what stands between the last quantity (or the clause's beginning) and the cue."""
    clause = prose.clause(quantity.start)[0]
    start, end, listed = clause, quantity.cue.start, False
    if before is not None and before.end > clause:
        aside = _ASIDE.match(prose.low, before.end, end)
        cut = _TAIL_CUT.search(prose.low, aside.end() if aside else before.end, end)
        if cut is None:
            return Subject("", end)
        start, listed = cut.end(), cut[0] == ","
    start = _after_lead(prose.low, start, end)
    start = _last_head(prose, start, end)
    goes_on = listed and prose.low[start:end].rstrip().endswith(",")
    if goes_on and quantity.unit.base == "%" and not _HEAD.match(prose.low, start, end):
        return Subject("", end)  # "1.876 đơn khiếu nại, tố cáo thuộc thẩm quyền, đạt 96,5%"
    return Subject(_clean(prose.text[start:end]), start)


def _after_lead(low: str, start: int, end: int) -> int:
    for _ in range(12):
        lead = _LEAD.match(low, start, end)
        if lead is None or lead.end() == start:
            break
        start = lead.end()
    return start


def _last_head(prose: Prose, start: int, end: int) -> int:
    """Skip the parts before the last one that opens with a measuring word; keep all else."""
    best = start
    for at in prose.parts_between(start, end):
        if start < at:
            after = _after_lead(prose.low, at, end)
            listed = prose.text[at - 1] in ",:" and _ABBREVIATION.match(prose.text, after, end)
            if prose.text[at - 1] == ")" and prose.low.startswith(("bình quân", "trung bình"), after):
                continue  # "Chỉ số giá tiêu dùng (CPI) bình quân"
            if _PAIRED.search(prose.low[max(0, at - 16) : at]):
                continue
            if after < end - 3 and (listed or _HEAD.match(prose.low, after, end)):
                best = after
    return best


def _clean(text: str) -> str:
    text = _YEAR.sub("", _COLUMN.sub("", text)).strip()
    if _WHOLE_YEAR.fullmatch(text.lower()):
        return ""  # "11 tháng đạt 1.345 triệu USD, ước cả năm 1.460 triệu USD"
    for _ in range(6):
        shorter = _TAIL.sub("", text)
        if shorter == text:
            break
        text = shorter
    if text.count("(") > text.count(")"):
        text += ")"
    return " ".join(text.split())
