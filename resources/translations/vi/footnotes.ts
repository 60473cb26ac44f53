<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>AllNotes</name>
  <message>
   <source>Export the notes</source>
   <translation>Xuất chú thích</translation>
  </message>
  <message>
   <source>No note has “{words}”. Esc shows all.</source>
   <translation>Không có chú thích nào chứa “{words}”. Esc để hiện lại tất cả.</translation>
  </message>
  <message>
   <source>This report has no notes.</source>
   <translation>Báo cáo này không có chú thích.</translation>
  </message>
  <message>
   <source>Filter notes…</source>
   <translation>Lọc chú thích…</translation>
  </message>
  <message>
   <source>Filter notes</source>
   <translation>Lọc chú thích</translation>
  </message>
  <message>
   <source>Export these notes to Excel or Word…</source>
   <translation>Xuất các chú thích này ra Excel hoặc Word…</translation>
  </message>
  <message>
   <source>All notes</source>
   <translation>Tất cả chú thích</translation>
  </message>
  <message>
   <source>The chosen note</source>
   <translation>Chú thích đang chọn</translation>
  </message>
 </context>
 <context>
  <name>FootnotesPanel</name>
  <message>
   <source>To the mark</source>
   <translation>Tới dấu chú thích</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Sao chép</translation>
  </message>
  <message>
   <source>Copy the whole note</source>
   <translation>Sao chép cả chú thích</translation>
  </message>
  <message>
   <source>Copy with citation</source>
   <translation>Sao chép kèm trích dẫn</translation>
  </message>
  <message>
   <source>On screen</source>
   <translation>Trên màn hình</translation>
  </message>
  <message>
   <source>All ({count})</source>
   <translation>Tất cả ({count})</translation>
  </message>
  <message>
   <source>{count} notes have no known mark in the text</source>
   <translation>{count} chú thích chưa nối với dấu trong lời văn</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Chú thích</translation>
  </message>
  <message>
   <source>The text on screen has no notes. ({count} notes elsewhere)</source>
   <translation>Đoạn đang đọc không có chú thích. ({count} chú thích ở mục khác)</translation>
  </message>
  <message>
   <source>This report has no notes.</source>
   <translation>Báo cáo này không có chú thích.</translation>
  </message>
  <message>
   <source>Next note (Ctrl+.)</source>
   <translation>Chú thích kế (Ctrl+.)</translation>
  </message>
 </context>
 <context>
  <name>NoteCard</name>
  <message>
   <source>↩ To the mark</source>
   <translation>↩ Tới dấu</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Sao chép</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Xem đủ</translation>
  </message>
  <message>
   <source>Note {number}</source>
   <translation>Chú thích {number}</translation>
  </message>
  <message>
   <source>Note {number}: {words}</source>
   <translation>Chú thích {number}: {words}</translation>
  </message>
 </context>
 <context>
  <name>NoteList</name>
  <message>
   <source>No mark in the text is known for this note</source>
   <translation>Chưa biết dấu của chú thích này trong lời văn</translation>
  </message>
 </context>
 <context>
  <name>NoteRow</name>
  <message>
   <source>Place in the text unknown</source>
   <translation>Chưa rõ vị trí trong lời văn</translation>
  </message>
 </context>
 <context>
  <name>NoteSheet</name>
  <message>
   <source>no mark known</source>
   <translation>chưa nối được dấu</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Số</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Chú thích</translation>
  </message>
  <message>
   <source>Section of its mark</source>
   <translation>Mục có dấu</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Ghi chú</translation>
  </message>
  <message>
   <source>Notes of the report {year}</source>
   <translation>Chú thích của báo cáo {year}</translation>
  </message>
  <message>
   <source>Source: {report}</source>
   <translation>Nguồn: {report}</translation>
  </message>
 </context>
</TS>
