<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>ContentsPanel</name>
    <message>
        <source>Go there</source>
        <translation>Đến mục này</translation>
    </message>
    <message>
        <source>No section has “{words}”. Esc shows all.</source>
        <translation>Không có mục nào chứa “{words}”. Esc để hiện lại tất cả.</translation>
    </message>
    <message>
        <source>This report has no numbered sections.</source>
        <translation>Báo cáo này không có mục đánh số.</translation>
    </message>
    <message>
        <source>No report is open.</source>
        <translation>Chưa mở báo cáo nào.</translation>
    </message>
    <message>
        <source>Filter sections…</source>
        <translation>Lọc mục…</translation>
    </message>
    <message>
        <source>Filter sections</source>
        <translation>Lọc mục</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Mục lục</translation>
    </message>
    <message>
        <source>Open to level:</source>
        <translation>Mở đến cấp:</translation>
    </message>
    <message>
        <source>Open the contents to level {level} (Alt+{level})</source>
        <translation>Mở mục lục đến cấp {level} (Alt+{level})</translation>
    </message>
</context>
<context>
    <name>SectionTree</name>
    <message>
        <source>{changes} changes against last year</source>
        <translation>{changes} thay đổi so với năm trước</translation>
    </message>
    <message>
        <source>{words}, level {level}</source>
        <translation>{words}, cấp {level}</translation>
    </message>
    <message>
        <source>{notes} notes, {tables} tables, {numbers} numbers</source>
        <translation>{notes} chú thích, {tables} bảng, {numbers} số liệu</translation>
    </message>
</context>
<context>
    <name>ContentsErrands</name>
    <message>
        <source>Compare with the year before</source>
        <translation>So sánh với năm trước</translation>
    </message>
    <message>
        <source>Into the basket</source>
        <translation>Cho vào giỏ</translation>
    </message>
    <message>
        <source>Print this section</source>
        <translation>In mục này</translation>
    </message>
    <message>
        <source>Changes against last year ({n})</source>
        <translation>Thay đổi so với năm trước ({n})</translation>
    </message>
    <message>
        <source>Notes ({n})</source>
        <translation>Chú thích ({n})</translation>
    </message>
    <message>
        <source>Tables ({n})</source>
        <translation>Bảng ({n})</translation>
    </message>
    <message>
        <source>Numbers ({n})</source>
        <translation>Số liệu ({n})</translation>
    </message>
</context>
</TS>
