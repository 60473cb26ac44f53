<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Go to section {name}</source>
        <translation>Đi tới mục {name}</translation>
    </message>
    <message>
        <source>Text size (Ctrl+wheel, Ctrl+0)</source>
        <translation>Cỡ chữ (Ctrl+lăn chuột, Ctrl+0)</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>No match</source>
        <translation>Không thấy</translation>
    </message>
    <message>
        <source>Find in this report</source>
        <translation>Tìm trong báo cáo</translation>
    </message>
    <message>
        <source>Current match and number of matches</source>
        <translation>Chỗ đang xem và số chỗ tìm thấy</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>Nguyên từ</translation>
    </message>
    <message>
        <source>Match diacritics</source>
        <translation>Phân biệt dấu</translation>
    </message>
    <message>
        <source>When off, “dang vien” also finds “đảng viên”</source>
        <translation>Khi tắt, gõ “dang vien” cũng tìm thấy “đảng viên”</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Chỗ trước (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Chỗ kế (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>Show note {number}</source>
        <translation>Xem chú thích {number}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Copy with notes</source>
        <translation>Sao chép kèm chú thích</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Sao chép kèm trích dẫn</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Find “{words}”</source>
        <translation>Tìm “{words}”</translation>
    </message>
    <message>
        <source>Bookmark this place</source>
        <translation>Đánh dấu chỗ này</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>No report is open.
Choose one on the shelf.</source>
        <translation>Chưa mở báo cáo nào.
Chọn một báo cáo trong tủ.</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Nội dung báo cáo</translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation>Vị trí đang đọc</translation>
    </message>
</context>
</TS>
