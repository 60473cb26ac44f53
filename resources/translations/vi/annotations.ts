<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Annotating</name>
  <message>
   <source>Highlights and notes cannot be kept: your notebook could not be opened.</source>
   <translation>Không lưu được tô sáng và ghi chú: không mở được sổ riêng của anh/chị.</translation>
  </message>
  <message>
   <source>My notes</source>
   <translation>Ghi chú của tôi</translation>
  </message>
  <message>
   <source>Select words in a report, a note, a table or a comparison first.</source>
   <translation>Hãy chọn chữ trong báo cáo, chú thích, bảng hoặc bản so sánh trước.</translation>
  </message>
  <message>
   <source>The highlight was deleted.</source>
   <translation>Đã xóa tô sáng.</translation>
  </message>
  <message>
   <source>The note stands on the words selected.</source>
   <translation>Ghi chú đã gắn vào chỗ đang chọn.</translation>
  </message>
  <message>
   <source>The note was deleted.</source>
   <translation>Đã xóa ghi chú.</translation>
  </message>
  <message>
   <source>There are no words here to mark.</source>
   <translation>Ở đây không có chữ nào để tô.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Hoàn tác</translation>
  </message>
 </context>
 <context>
  <name>Annotations</name>
  <message>
   <source>Highlight, {pen}</source>
   <translation>Tô sáng, màu {pen}</translation>
  </message>
  <message>
   <source>Note: {words}</source>
   <translation>Ghi chú: {words}</translation>
  </message>
  <message>
   <source>place lost</source>
   <translation>mất neo</translation>
  </message>
  <message>
   <source>report not in the library</source>
   <translation>báo cáo không có trong tủ</translation>
  </message>
 </context>
 <context>
  <name>AnnotationsPanel</name>
  <message>
   <source>Delete</source>
   <translation>Xóa</translation>
  </message>
  <message>
   <source>Edit the note</source>
   <translation>Sửa ghi chú</translation>
  </message>
  <message>
   <source>Export these notes to Excel, Word…</source>
   <translation>Xuất các ghi chú này ra Excel, Word…</translation>
  </message>
  <message>
   <source>Filter my notes</source>
   <translation>Lọc ghi chú của tôi</translation>
  </message>
  <message>
   <source>Filter my notes…</source>
   <translation>Lọc ghi chú của tôi…</translation>
  </message>
  <message>
   <source>Go to the words</source>
   <translation>Tới chỗ được ghi</translation>
  </message>
  <message>
   <source>My highlights and notes</source>
   <translation>Tô sáng và ghi chú của tôi</translation>
  </message>
  <message>
   <source>No note has lost its place.</source>
   <translation>Không có ghi chú nào mất neo.</translation>
  </message>
  <message>
   <source>No note has these words. Esc shows all.</source>
   <translation>Không có ghi chú nào chứa các chữ này. Esc hiện tất cả.</translation>
  </message>
  <message>
   <source>Place lost ({n})</source>
   <translation>Mất neo ({n})</translation>
  </message>
  <message>
   <source>Put it on the words selected now</source>
   <translation>Gắn vào chữ đang chọn</translation>
  </message>
  <message>
   <source>Select words in a report: Ctrl+H highlights them, Ctrl+M notes on them.</source>
   <translation>Chọn chữ trong báo cáo: Ctrl+H để tô sáng, Ctrl+M để ghi chú.</translation>
  </message>
  <message>
   <source>The report in front</source>
   <translation>Báo cáo đang đọc</translation>
  </message>
  <message>
   <source>The whole library</source>
   <translation>Cả tủ</translation>
  </message>
  <message>
   <source>Which notes</source>
   <translation>Ghi chú nào</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>&amp;Highlight</source>
   <translation>&amp;Tô sáng</translation>
  </message>
  <message>
   <source>&amp;My notes</source>
   <translation>&amp;Ghi chú của tôi</translation>
  </message>
  <message>
   <source>No&amp;te on the words selected…</source>
   <translation>G&amp;hi chú vào chữ đang chọn…</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>My notes</source>
   <translation>Ghi chú của tôi</translation>
  </message>
 </context>
 <context>
  <name>NoteEditor</name>
  <message>
   <source>Delete</source>
   <translation>Xóa</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Lưu</translation>
  </message>
  <message>
   <source>Keep the note (Ctrl+Enter)</source>
   <translation>Lưu ghi chú (Ctrl+Enter)</translation>
  </message>
  <message>
   <source>Pen</source>
   <translation>Bút</translation>
  </message>
  <message>
   <source>Your note</source>
   <translation>Ghi chú của anh/chị</translation>
  </message>
  <message>
   <source>Your note…</source>
   <translation>Viết ghi chú…</translation>
  </message>
 </context>
 <context>
  <name>Pens</name>
  <message>
   <source>Blue</source>
   <translation>Lam</translation>
  </message>
  <message>
   <source>Delete my highlight</source>
   <translation>Xóa tô sáng của tôi</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>Lục</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>Tô sáng</translation>
  </message>
  <message>
   <source>My highlight, {pen}</source>
   <translation>Tôi tô màu {pen}</translation>
  </message>
  <message>
   <source>Note on it…</source>
   <translation>Ghi chú…</translation>
  </message>
  <message>
   <source>Pink</source>
   <translation>Hồng</translation>
  </message>
  <message>
   <source>Show in my notes</source>
   <translation>Xem trong Ghi chú của tôi</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>Vàng</translation>
  </message>
 </context>
 <context>
  <name>Search</name>
  <message>
   <source>My notes</source>
   <translation>Ghi chú</translation>
  </message>
 </context>
 <context>
  <name>Sourcing</name>
  <message>
   <source>The last change of your highlights and notes was taken back.</source>
   <translation>Đã hoàn tác thay đổi gần nhất trong tô sáng và ghi chú.</translation>
  </message>
 </context>
</TS>
