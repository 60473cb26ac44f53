"""The words and signs around a printed number that tell a date, a name or an ordinal from a quantity."""

from __future__ import annotations

import re

# no number, date or document number is this long; a word that is holds nothing to read
ENDLESS = re.compile(r"\S{160}")
SPACE = re.compile(r"\s")
DATE = re.compile(r"[0-9]{1,2}\s?([/.-])\s?[0-9]{1,2}\s?\1\s?[0-9]{4}(?![0-9])")
DAY = re.compile(
    r"[0-9]{1,2}(?:\s?[/.-]\s?[0-9]{1,2}(?![0-9/])|\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+[0-9]{4})?)?"
    r"(?![0-9]|[.,][0-9]{3}(?![0-9]))"
)
# "11 tháng 12.345 tỷ đồng" names no December
MONTH = re.compile(r"[0-9]{1,2}(?![0-9]|[.,][0-9]{3}(?![0-9]))")
MONTH_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])\s?[/-]\s?(?:19|20)[0-9]{2}(?![0-9])")
DAY_MONTH = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])(?![0-9/])")
TERM = re.compile(r"(?:19|20)[0-9]{2}\s{0,2}[-–—/]\s{0,2}(?:19|20)[0-9]{2}(?![0-9])")
YEAR = re.compile(r"(?:18|19|20)[0-9]{2}(?![0-9.,]*[0-9])")
DOCUMENT = re.compile(r"[0-9]{1,6}[a-z]?(?:/[0-9]{4})?\s?[-/]\s?(?=[A-ZĐƯ])[\w/Đđ-]{1,40}(?:\.[\w-]{1,10})?")
DOCUMENT_LOW = re.compile(r"[0-9]{1,6}(?:/[0-9]{4})?[-/][a-zđ][\w/-]{1,40}")
DURATION = re.compile(
    r"[0-9.,]+(?:\s?[-–]\s?[0-9]+)?\s{0,2}(?:(?:năm|tháng|tuần|ngày|giờ|phút|giây|thế kỷ|đêm)(?!\w)(?! (?:công"
    r"|học)(?!\w))|h[0-9]{0,2}(?!\w))"
)
AGE = re.compile(r"[0-9]{1,3}(?:\s?[-–]\s?[0-9]{1,3})?\s{0,2}(?:tháng )?tuổi(?!\w)")
HEADING = re.compile(r"\s{0,8}([0-9]{1,2}(?:\.[0-9]{1,2}){0,4}\s?[.)/-]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,4})(?=\s+\S)")
HEADING_DASH = re.compile(r"\s{0,8}[0-9]{1,2}\s?[-/]")
MARK = re.compile(r"[0-9]{1,3}[)\]]")
SPOKEN = re.compile(r"([0-9]{1,3}) (nghìn|ngàn|triệu|tỷ|tỉ) ([0-9]{1,3}) (nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)")
SPOKEN_PAIRS = {("nghìn", "tỷ"), ("nghìn", "triệu"), ("tỷ", "triệu"), ("triệu", "nghìn")}
SLASH = re.compile(r"\s?/\s?(?=[0-9])")
# "giá trị sản phẩm trên 01 ha": what follows is what the value is counted per
PER_ONE = re.compile(
    r"(?:giá trị|thu nhập|năng suất|sản lượng|doanh thu|lợi nhuận|thu hoạch)[^,;.:]{0,32}\s(?:trên|/)\s{0,2}$"
)
DASH = re.compile(r"\s?%?\s?[-–—]\s?(?=[0-9])|\s?%?\s{1,2}đến\s{1,2}(?=[0-9])")
PLAIN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?")
QUARTER_BEFORE = re.compile(r"(?<!\w)quý\s{1,2}(?:iv|i{1,3})\s?/$")
STARS = re.compile(r"\s?sao(?!\w)")
GAP = re.compile(r"(?:\s?,\s?|\s+và\s+|\s?;\s?|\s?[-–]\s?)")

_WORDS = r"(?<!\w)(?:%s)\s{0,2}:?\s{0,2}$"
AFTER_DAY = re.compile(_WORDS % "ngày|đến ngày|hôm|mùng|mồng|sáng|chiều|tối")
AFTER_MONTH = re.compile(_WORDS % "tháng")
AFTER_YEAR = re.compile(
    _WORDS % "năm|năm học|cùng kỳ|cùng kì|nhiệm kỳ|giai đoạn|thời kỳ|niên khóa|niên vụ|năm tài chính|tết|xuân|hè thu"
    "|đông xuân"
)
AFTER_DOCUMENT = re.compile(
    r"(?<!\w)(?:nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|thông báo|công văn|quy định|hướng dẫn|thông tri"
    "|thông tư|nghị định|báo cáo|tờ trình"
    r"|đề án|chương trình|công điện|pháp lệnh|(?<!kỷ )luật|lệnh|quy chế|quy chế phối hợp|văn bản|tcvn|qcvn|iso"
    r"|chương trình phối hợp)\s{0,2}(?:số\s{0,2}:?\s{0,2})?$"
)
AFTER_NUMBER_SIGN = re.compile(r"(?<!\w)(?<!tổng )(?<!con )số\s{0,2}:?\s{0,2}$")
AFTER_ORDINAL = re.compile(
    _WORDS % "thứ|lần thứ|khóa|khoá|kỳ họp|phiên họp|lớp|khối|quý|điều|khoản|mục|chương|phụ lục|biểu|bảng|câu|số nhà"
    "|đại hội|giai đoạn"
)
AFTER_WEAK_ORDINAL = re.compile(_WORDS % "kỳ|lần|phiên|phần|trang|tập|bước|vòng|tiết|hàng|hạng|hạng mục số|đợt")
AFTER_RANK = re.compile(
    r"(?<!\w)(?:(?:xếp|đứng|vị|xếp vị|hạng|xếp hạng|vị trí|cao|thấp|lớn|nhiều|nhanh|chậm|tốt|kém"
    r"|đạt)\s{1,2}(?:ở\s{1,2})?(?:vị\s{1,2})?(?:trí\s{1,2})?thứ"
    r"|xếp\s{1,2}(?:thứ\s{1,2})?hạng|đứng\s{1,2}hạng|vị\s{1,2}trí|xếp|xếp\s{1,2}vị\s{1,2}trí)\s{1,2}$"
)
AFTER_NAME = re.compile(
    _WORDS % "dự án|tiểu dự án|ban chỉ đạo|bcđ|đoàn kiểm tra|đoàn thanh tra|quốc lộ|tỉnh lộ|hương lộ|đường tỉnh|ql|đt"
    "|đh|sư đoàn|trung đoàn|tiểu đoàn|lữ đoàn"
    "|quân khu|quân đoàn|binh đoàn|seagame|seagames|sea games|asiad|tiểu khu|hợp phần|mã số|số hiệu|phiên bản"
    "|công nghiệp lần thứ|thế hệ"
)
AFTER_WEAK_NAME = re.compile(
    _WORDS % "trung ương|đoàn công tác|đoàn giám sát|tổ công tác|tổ|nhóm|cơ sở|đối tượng|khu vực|mức|mức độ|cấp độ|cấp"
    "|loại|vùng"
    "|đường|đại đội|đội|phòng|vụ|phân khu|lô|ô|thửa|tờ"
    "|bản đồ|hẻm|ngõ|kiệt|khu phố|khu|tổ dân phố|thôn|ấp|bản|làng|nội dung|nhiệm vụ|điểm|mã|tuyến|gói thầu|trạm"
    "|cửa|hầm|cầu|hồ|bãi|u|công nghiệp|chính phủ|tiêu chí"
    "|tiêu chí số|top|tốp|phường|quận|chuyên đề|mũi|liều|gói|km"
)

NAMING = ((AFTER_ORDINAL, AFTER_WEAK_ORDINAL, "ordinal"), (AFTER_NAME, AFTER_WEAK_NAME, "name"))
