"""The vocabulary of what Vietnamese reports measure and count, and how it reads after a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found in running text; it ends before the code point `end`.

    `text` is the unit as reports write it ("nghìn tỷ đồng", "tổ chức đảng"). A value
    times `factor` is in `base` ("đồng"). `measured` tells a measure (money, weight,
    a share) from a counted noun; `known` is False for a noun of no list.
    """

    text: str
    base: str
    factor: float
    end: int
    measured: bool
    known: bool = True


SCALES = {
    "nghìn": 1e3,
    "ngàn": 1e3,
    "vạn": 1e4,
    "triệu": 1e6,
    "tỷ": 1e9,
    "tỉ": 1e9,
    "nghìn tỷ": 1e12,
    "nghìn tỉ": 1e12,
    "ngàn tỷ": 1e12,
    "ngàn tỉ": 1e12,
    "triệu tỷ": 1e15,
    "triệu tỉ": 1e15,
}

# as written, lower case -> (as reported, base, factor to the base)
_MEASURES = {
    "%": ("%", "%", 1.0),
    "phần trăm": ("%", "%", 1.0),
    "điểm phần trăm": ("điểm phần trăm", "điểm phần trăm", 1.0),
    "điểm %": ("điểm phần trăm", "điểm phần trăm", 1.0),
    "‰": ("‰", "‰", 1.0),
    "lần": ("lần", "lần", 1.0),
    "đồng": ("đồng", "đồng", 1.0),
    "đ": ("đồng", "đồng", 1.0),
    "vnđ": ("đồng", "đồng", 1.0),
    "vnd": ("đồng", "đồng", 1.0),
    "usd": ("USD", "USD", 1.0),
    "đô la": ("USD", "USD", 1.0),
    "đô la mỹ": ("USD", "USD", 1.0),
    "euro": ("EUR", "EUR", 1.0),
    "eur": ("EUR", "EUR", 1.0),
    "tấn": ("tấn", "tấn", 1.0),
    "tấn hơi": ("tấn hơi", "tấn hơi", 1.0),
    "tạ": ("tạ", "tấn", 0.1),
    "yến": ("yến", "tấn", 0.01),
    "kg": ("kg", "tấn", 0.001),
    "ha": ("ha", "ha", 1.0),
    "héc ta": ("ha", "ha", 1.0),
    "hecta": ("ha", "ha", 1.0),
    "km": ("km", "km", 1.0),
    "km2": ("km2", "km2", 1.0),
    "km²": ("km2", "km2", 1.0),
    "m2": ("m2", "m2", 1.0),
    "m²": ("m2", "m2", 1.0),
    "m3": ("m3", "m3", 1.0),
    "m³": ("m3", "m3", 1.0),
    "mét": ("mét", "mét", 1.0),
    "mét khối": ("m3", "m3", 1.0),
    "mét vuông": ("m2", "m2", 1.0),
    "ster": ("ster", "ster", 1.0),
    "lít": ("lít", "lít", 1.0),
    "kwh": ("kWh", "kWh", 1.0),
    "mw": ("MW", "MW", 1.0),
    "mwp": ("MWp", "MWp", 1.0),
    "gwh": ("GWh", "GWh", 1.0),
    "mva": ("MVA", "MVA", 1.0),
    "tuổi": ("tuổi", "tuổi", 1.0),
    "điểm": ("điểm", "điểm", 1.0),
}

# counted nouns, one phrase each; "a=b" reports the noun a as unit b
_NOUNS = """
tổ chức đảng; tổ chức cơ sở đảng; tccsđ=tổ chức cơ sở đảng; tổ chức hội quần chúng=tổ chức; tổ chức; tổ chức đoàn; chi bộ; đảng bộ; chi bộ cơ sở; đảng bộ cơ sở; chi, đảng bộ;
đảng viên; đảng viên mới=đảng viên; cấp ủy viên; cấp uỷ viên=cấp ủy viên; đoàn viên; hội viên; đoàn viên, hội viên; quần chúng; quần chúng ưu tú;
đồng chí; đ/c=đồng chí; người; lượt người; lượt; lượt khách; lượt tin; lượt truy cập; lượt hộ; lượt ý kiến; nghìn lượt=lượt; khách; khách du lịch; du khách;
cán bộ; cán bộ, công chức; cán bộ, công chức, viên chức; công chức; viên chức; công chức, viên chức; cán bộ, đảng viên; cán bộ, chiến sĩ; chiến sĩ; chiến sỹ=chiến sĩ; lao động; công nhân; người lao động=người;
công dân; thanh niên; học viên; học sinh; sinh viên; học sinh, sinh viên; giáo viên; giảng viên; trẻ; trẻ em; em; cháu; phụ nữ; nông dân; bệnh nhân; ca; ca bệnh; ca mắc; ca tử vong; ca nhiễm; mẫu; liều; mũi tiêm;
đối tượng; bị can; bị cáo; nghi phạm; tội phạm; nạn nhân; người nghiện=người; định suất; suất; biên chế; chỉ tiêu biên chế=biên chế; hộ; hộ dân=hộ; hộ nghèo=hộ; hộ cận nghèo=hộ; hộ gia đình=hộ; khẩu; nhân khẩu; gia đình; cặp; cá nhân; tập thể; tập thể, cá nhân;
xã; phường; thị trấn; xã, phường; xã, thị trấn; xã, phường, thị trấn; thôn; bản; làng; buôn; ấp; khóm; tổ dân phố; thôn, bản; thôn, bản, tổ dân phố; thôn, tổ dân phố; khu dân cư; khu phố; huyện; tỉnh; tỉnh, thành phố; tỉnh, thành; tỉnh thành=tỉnh, thành; thành phố; thị xã; quận; quốc gia; nước; quốc gia, vùng lãnh thổ; địa phương; huyện, thị, thành ủy; huyện, thị xã, thành phố; huyện, thành phố; huyện, thị; huyện, thị, thành phố; sở, ban, ngành; sở, ngành; sở; cơ quan; đơn vị; cơ quan, đơn vị; đơn vị cấp huyện; đơn vị cấp xã; đơn vị hành chính; đơn vị hành chính cấp huyện=đơn vị hành chính; đơn vị hành chính cấp xã=đơn vị hành chính; đơn vị sự nghiệp; đơn vị sự nghiệp công lập=đơn vị sự nghiệp; phòng; phòng chuyên môn=phòng; phòng ban; trung tâm; ban; chi cục; cục; đầu mối; đầu mối bên trong=đầu mối;
trường; trường học=trường; lớp; phòng học; lớp học; cơ sở; cơ sở sản xuất=cơ sở; cơ sở kinh doanh=cơ sở; cơ sở giáo dục; cơ sở y tế; cơ sở khám chữa bệnh; bệnh viện; phòng khám; phòng khám đa khoa=phòng khám; trạm; trạm y tế; giường; giường bệnh=giường; bác sĩ; bác sỹ=bác sĩ; điều dưỡng; dược sĩ; nhà thuốc; nhà; nhà ở; căn; căn nhà=căn; căn hộ; ngôi nhà=nhà; nhà văn hóa; phòng ở; nhà máy; di tích; hiện vật; lễ hội; câu lạc bộ; thư viện; đội; đội văn nghệ; đội bóng; nhóm; tổ; tổ hợp tác; tổ công tác; tổ đội; mô hình; mô hình, điển hình; điển hình; gương; cụm; khu; chợ; siêu thị; cửa hàng; khách sạn; cơ sở lưu trú; phòng lưu trú; buồng; tàu; tàu cá; tàu thuyền; chiếc; phương tiện; xe; xe ô tô=xe; ô tô; xe máy; chuyến bay; chuyến;
doanh nghiệp; dn=doanh nghiệp; hợp tác xã; htx=hợp tác xã; dự án; công trình; hạng mục; nhiệm vụ; hồ; hồ chứa; đập; cầu; cây cầu=cầu; tuyến; tuyến đường=tuyến; gói thầu; lô; lô đất; thửa; thửa đất=thửa; mỏ; điểm mỏ; kcn=KCN; khu công nghiệp; ccn=CCN; cụm công nghiệp; khu kinh tế; đô thị; điểm trường; trang trại; gia trại; đàn; con; con trâu=con; con bò=con; con lợn=con; con gia cầm=con; cây; cây xanh=cây; gốc; quả; trứng; sản phẩm; sản phẩm ocop=sản phẩm; nhãn hiệu; thương hiệu; mã số; mã số vùng trồng; vùng trồng; chuỗi; chủ thể; giống; vụ; vụ việc; vụ án; vụ tai nạn=vụ; vụ cháy=vụ; sự cố; điểm; điểm cầu; điểm nóng; cơn bão=cơn; cơn; đợt; trận; lần;
trường hợp; đơn; đơn, thư; đơn thư; đơn thư khiếu nại=đơn thư; thư; ý kiến; ý kiến, kiến nghị; kiến nghị; phản ánh; phản ánh, kiến nghị; câu hỏi; vấn đề; nội dung; hồ sơ; thủ tục; tthc=thủ tục; thủ tục hành chính; dịch vụ; dịch vụ công; dịch vụ công trực tuyến=dịch vụ công; giấy; giấy chứng nhận; giấy phép; chứng chỉ; tài khoản; thẻ; sổ; căn cước công dân=căn cước; bản tin; tin; tin bài; tin, bài; bài; bài viết; bài báo; video; clip; pano; băng rôn; áp phích; tờ rơi; cuốn; quyển; ấn phẩm; bản; tác phẩm; đề tài; nhiệm vụ khoa học=nhiệm vụ; sáng kiến; giải pháp; sáng chế; văn bằng; phần mềm; hệ thống; trạm bts; thuê bao; điểm truy cập;
chuyên đề; hội nghị; hội thảo; hội thi; hội chợ; cuộc; cuộc họp; cuộc kiểm tra=cuộc; cuộc thanh tra=cuộc; cuộc giám sát=cuộc; buổi; buổi tiếp xúc=buổi; kỳ họp; phiên; phiên họp; phiên tòa; phiên giao dịch; diễn đàn; tọa đàm; chương trình; kế hoạch; đề án; quyết định; nghị quyết; nghị quyết chuyên đề=nghị quyết; chỉ thị; kết luận; thông báo; báo cáo; tờ trình; văn bản; văn bản quy phạm pháp luật=văn bản; dự thảo; dự thảo luật=dự thảo Luật; luật; dự án luật=dự án Luật; quy chế; quy định; quy trình; hướng dẫn; công văn; tài liệu; thỏa thuận; biên bản; hợp đồng; bản án; quyết định xử phạt=quyết định; chỉ tiêu; tiêu chí; chỉ số; mục tiêu; nhóm chỉ tiêu; nhóm nhiệm vụ; lĩnh vực; hoạt động; phong trào; công việc; khâu đột phá; hình thức; sự kiện;
giải; giải thưởng; giải thể thao=giải; giải nhất; giải nhì; giải ba; huy chương; huy chương vàng=huy chương; huy chương bạc=huy chương; huy chương đồng=huy chương; hcv=huy chương; hcb=huy chương; hcđ=huy chương; hc=huy chương; bằng khen; giấy khen; huân chương; danh hiệu; đoàn; đoàn vận động viên=đoàn; đoàn công tác=đoàn; đoàn khách=đoàn; đoàn kiểm tra=đoàn; vận động viên; vđv=vận động viên; hlv=huấn luyện viên; huấn luyện viên; trọng tài; đại biểu; đại biểu hđnd=đại biểu; cử tri; lượt cử tri; hội; chi hội; hội quần chúng; câu lạc bộ;
phần quà; suất quà; suất học bổng=suất; học bổng; quà; bộ; cái; khẩu súng=khẩu; kg ma túy=kg; viên; bao; cụ; bà mẹ; đơn vị máu; bộ hài cốt=bộ; hài cốt; mộ; liệt sĩ; nhân sự; ủy viên; thành viên; ứng viên; chức danh; vị trí; vị trí việc làm; nghề; ngành nghề; ngành; làng nghề; trạm biến áp; trụ; cột; giếng; ngày công; công ty; bậc; khách hàng; phiếu; căn cứ; chốt; trạm kiểm lâm; tàu du lịch=tàu; container; teu; hecta rừng=ha; phương án; tác giả; nghệ nhân; nghệ sĩ; đạo sắc phong; bãi; khu tái định cư; điểm dân cư; lồng; lồng bè; bè; ao; vườn; vườn ươm; cánh đồng; hộ kinh doanh=hộ; hộ tham gia=hộ; hộ thoát nghèo=hộ; hội đồng; chi nhánh; quỹ; quỹ tín dụng; tổ chức tín dụng; máy; thiết bị; bộ máy; camera; tổ vay vốn; khoản; khu vực; loài; cá thể; vòng; nhà báo; phóng viên; cơ quan báo chí; tàu vỏ thép=tàu; bộ hồ sơ=hồ sơ; lượt hồ sơ=hồ sơ
"""

_DENOMINATOR = re.compile(
    r"\s?/\s?(?:0?(1) ?vạn dân|(vạn dân)|0?1?\.?([0-9]{1,3}(?:\.[0-9]{3})?) ?(dân|người dân|trẻ[^\W\d_]*|trẻ đẻ sống)"
    r"|(người|hộ|xã|km2|thôn|ha|m2|m3|km|năm|tháng|ngày|đêm|vụ|lao động|con|lớp|trường|cơ sở|kg|tấn|đơn vị|huyện|học sinh|lượt|khách)(?!\w))"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*,?|%|‰")
_SPACE = re.compile(r"\s{0,3}")
_LONGEST = 6
_STOPS = frozenset(
    "và với của từ đến tại trong ngoài trên dưới để được bị có là do cho đã đang sẽ về theo so như hoặc hay còn bằng "
    "tăng giảm đạt chiếm trước sau khi nay này đó các những một mỗi trở qua vào ra lên xuống mà thì nhưng cùng đối gồm "
    "nhằm tổng số đầu cuối ước hơn gần khoảng dự phần mới cũ bởi chưa không tương lúc nơi thực đủ đúng phát nhất nhì".split()
)


def lowered(text: str) -> str:
    """Return `text` in lower case, every code point at its old offset."""
    return text.replace("\u0130", "I").lower()


@cache
def _nouns() -> dict[str, str]:
    """Return the counted nouns, as written and in lower case, with the unit each is reported in."""
    table: dict[str, str] = {}
    for entry in _NOUNS.replace("\n", " ").split(";"):
        written, _, reported = entry.strip().partition("=")
        if written:
            table.setdefault(written, reported or written)
    return table


def _phrase(low: str, start: int, table: dict[str, str]) -> tuple[str, int]:
    """Return the longest entry of `table` that stands at `start`, and where it ends; ("", start) if none does."""
    at, words, found = _SPACE.match(low, start).end(), "", ("", start)  # type: ignore[union-attr]
    for _ in range(_LONGEST):
        word = _WORD.match(low, at, at + 40)
        if word is None:
            break
        bare = word[0].rstrip(",")
        words += bare
        if words in table:
            found = (table[words], at + len(bare))
        words += ", " if word[0].endswith(",") else " "
        at = word.end()
        if low[at : at + 1] not in (" ", "\u00a0"):
            break
        at += 1
    return found


@cache
def _measure_names() -> dict[str, str]:
    return {name: name for name in _MEASURES}


@cache
def _scale_names() -> dict[str, str]:
    return {name: name for name in SCALES}


def _denominator(low: str, end: int) -> tuple[str, int]:
    """Return what follows a unit as "per …" ("/1 vạn dân", "/người/năm") and where it ends."""
    text = ""
    for _ in range(2):
        per = _DENOMINATOR.match(low, end)
        if per is None:
            break
        if per[1] or per[2]:
            text += "/1 vạn dân" if per[1] else "/vạn dân"
        elif per[4]:
            text += "/" + per[0].strip().lstrip("/").strip()
        else:
            text += "/" + per[5]
        end = per.end()
    return text, end


def unit_at(text: str, start: int, low: str = "") -> Unit | None:
    """Return the known unit that stands at `start` of `text`, spaces skipped; None if there is none.

    `low` is `lowered(text)` where the caller has it already.
    """
    low = low or lowered(text)
    scale, after_scale = _phrase(low, start, _scale_names())
    factor = SCALES.get(scale, 1.0)
    measure, end = _phrase(low, after_scale, _measure_names())
    noun, noun_end = _phrase(low, after_scale, _nouns())
    if noun and noun_end > end and not (scale and noun == "vụ"):
        per, end = _denominator(low, noun_end)
        return Unit(_joined(scale, noun) + per, _base_noun(noun) + per, factor, end, bool(scale))
    if measure:
        written, base, times = _MEASURES[measure]
        per, end = _denominator(low, end)
        return Unit(_joined(scale, written) + per, base + (per if per != "/năm" else ""), factor * times, end, True)
    if scale:
        per, end = _denominator(low, after_scale)
        return Unit(scale + per, per, factor, end, True)
    return None


def _joined(scale: str, noun: str) -> str:
    return f"{scale} {noun}" if scale else noun


def _base_noun(noun: str) -> str:
    """Return the noun under which quantities may be compared: every kind of visit is a "lượt"."""
    return "lượt" if noun == "lượt khách" else noun


def read_unit(text: str) -> Unit | None:
    """Return the unit a whole cell or phrase names ("Tỷ đồng", "1.000 tấn"); None if it is none."""
    low = lowered(text).strip().removeprefix("1000 ").removeprefix("1.000 ")
    times = 1e3 if low != lowered(text).strip() else 1.0
    unit = unit_at(low, 0)
    if unit is None or unit.end < len(low):
        return None
    if times == 1.0:
        return unit
    return Unit(f"nghìn {unit.text}", unit.base, unit.factor * times, unit.end, unit.measured)


def unknown_noun_at(text: str, start: int, low: str = "") -> Unit | None:
    """Return the first word or two after a count as its unit, where they can be a noun; else None."""
    low = low or lowered(text)
    at = _SPACE.match(low, start).end()  # type: ignore[union-attr]
    if at == start:
        return None
    first = _WORD.match(low, at, at + 40)
    if first is None or not _may_name(text, first):
        return None
    second = _WORD.match(low, first.end() + 1, first.end() + 41)
    if (
        first[0].endswith(",")
        or low[first.end() : first.end() + 1] != " "
        or second is None
        or not _may_name(text, second)
    ):
        noun, end = first[0].rstrip(","), first.start() + len(first[0].rstrip(","))
    else:
        noun = f"{first[0]} {second[0].rstrip(',')}"
        end = second.start() + len(second[0].rstrip(","))
    return Unit(noun, noun, 1.0, end, False, known=False)


def _may_name(text: str, word: re.Match[str]) -> bool:
    written = text[word.start() : word.end()].rstrip(",")
    return written.islower() and written.isalpha() and written not in _STOPS
