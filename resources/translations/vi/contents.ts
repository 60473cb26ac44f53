<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>ContentsPanel</name>
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
        <source>{words}, level {level}</source>
        <translation>{words}, cấp {level}</translation>
    </message>
    <message>
        <source>{notes} notes, {tables} tables, {numbers} numbers</source>
        <translation>{notes} chú thích, {tables} bảng, {numbers} số liệu</translation>
    </message>
</context>
</TS>
