<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Commands</name>
  <message>
   <source>&amp;Undo the last import or removal</source>
   <translation>&amp;Hoàn tác lần nhập hoặc bỏ báo cáo gần nhất</translation>
  </message>
  <message>
   <source>Restore from a bac&amp;kup…</source>
   <translation>Khôi phục từ bản &amp;sao lưu…</translation>
  </message>
 </context>
 <context>
  <name>App</name>
  <message>
   <source>The library is as it was in the backup.</source>
   <translation>Tủ đã trở lại như trong bản sao lưu.</translation>
  </message>
  <message>
   <source>What it was before lies beside it as “{name}”.</source>
   <translation>Tủ trước khi khôi phục được giữ bên cạnh với tên “{name}”.</translation>
  </message>
 </context>
 <context>
  <name>LibraryTasks</name>
  <message>
   <source>There is no import or removal to undo.</source>
   <translation>Không có lần nhập hoặc bỏ báo cáo nào để hoàn tác.</translation>
  </message>
  <message>
   <source>The new version has replaced the old one.</source>
   <translation>Bản mới đã thay bản cũ.</translation>
  </message>
  <message>
   <source>The file was skipped; the library keeps the older version.</source>
   <translation>Đã bỏ qua tệp; tủ giữ bản cũ.</translation>
  </message>
  <message>
   <source>{n} reports imported.</source>
   <translation>Đã nhập {n} báo cáo.</translation>
  </message>
  <message>
   <source>One report imported.</source>
   <translation>Đã nhập 1 báo cáo.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Hoàn tác</translation>
  </message>
  <message>
   <source>Undo the import of {date} ({n} reports)?</source>
   <translation>Hoàn tác lần nhập ngày {date} ({n} báo cáo)?</translation>
  </message>
  <message>
   <source>The reports are taken out of the library; their source files stay where they are.</source>
   <translation>Các báo cáo được lấy ra khỏi tủ; tệp gốc vẫn ở nguyên chỗ.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Giữ lại</translation>
  </message>
  <message>
   <source>The import was undone: {n} reports taken out.</source>
   <translation>Đã hoàn tác lần nhập: lấy ra {n} báo cáo.</translation>
  </message>
  <message>
   <source>Removed reports are back: {n}.</source>
   <translation>Báo cáo đã trở lại tủ: {n}.</translation>
  </message>
  <message>
   <source>Left out, because imported anew meanwhile: {n}.</source>
   <translation>Không đưa trở lại vì đã được nhập lại: {n}.</translation>
  </message>
  <message>
   <source>This was undone before.</source>
   <translation>Lần này đã được hoàn tác rồi.</translation>
  </message>
 </context>
 <context>
  <name>ImportPanel</name>
  <message>
   <source>Undo the import</source>
   <translation>Hoàn tác nhập</translation>
  </message>
 </context>
 <context>
  <name>Importing</name>
  <message>
   <source>Period</source>
   <translation>Kỳ</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Loại</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>không có</translation>
  </message>
  <message>
   <source>Corrected; the file says: {was}</source>
   <translation>Đã sửa; trong tệp: {was}</translation>
  </message>
  <message>
   <source>Undone</source>
   <translation>Đã hoàn tác</translation>
  </message>
  <message>
   <source>Removed again</source>
   <translation>Đã bỏ khỏi tủ</translation>
  </message>
 </context>
 <context>
  <name>VersionChoice</name>
  <message>
   <source>Read it again</source>
   <translation>Đọc lại</translation>
  </message>
  <message>
   <source>What this version of the program reads takes the place of what was read then; your notes stay.</source>
   <translation>Nội dung bản chương trình này đọc được thay cho lần đọc trước; ghi chú của bạn vẫn còn.</translation>
  </message>
  <message>
   <source>Keep as a new version</source>
   <translation>Thành bản mới</translation>
  </message>
  <message>
   <source>Replace the old one</source>
   <translation>Thay bản cũ</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Bỏ qua</translation>
  </message>
  <message>
   <source>Compare the two</source>
   <translation>So hai bản</translation>
  </message>
  <message>
   <source>Open the report</source>
   <translation>Mở báo cáo</translation>
  </message>
  <message>
   <source>{file} – also there: {other}</source>
   <translation>{file} – đã có bản khác: {other}</translation>
  </message>
  <message>
   <source>{file}: already on the shelf</source>
   <translation>{file}: đã có trong tủ</translation>
  </message>
 </context>
 <context>
  <name>ShelfView</name>
  <message>
   <source>Compare the two newest versions</source>
   <translation>So hai bản mới nhất</translation>
  </message>
 </context>
 <context>
  <name>RestoreDialog</name>
  <message>
   <source>Looking into the backups…</source>
   <translation>Đang xem các bản sao lưu…</translation>
  </message>
  <message>
   <source>There is no backup yet. One is made before the first import of a day.</source>
   <translation>Chưa có bản sao lưu nào. Mỗi ngày, trước lần nhập đầu tiên, một bản được tạo.</translation>
  </message>
  <message>
   <source>Restore from a backup</source>
   <translation>Khôi phục từ bản sao lưu</translation>
  </message>
  <message>
   <source>The library as it is now is kept beside it under a name ending in “.hong-…”; nothing is deleted.</source>
   <translation>Tủ hiện tại được giữ lại bên cạnh, tên có đuôi “.hong-…”; không xóa gì.</translation>
  </message>
  <message>
   <source>Backups, the newest first</source>
   <translation>Các bản sao lưu, mới nhất trước</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Khôi phục</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Hủy</translation>
  </message>
 </context>
 <context>
  <name>Restoring</name>
  <message>
   <source>before an import</source>
   <translation>trước khi nhập</translation>
  </message>
  <message>
   <source>before an upgrade</source>
   <translation>trước khi nâng cấp</translation>
  </message>
  <message>
   <source>before a repair</source>
   <translation>trước khi sửa chữa</translation>
  </message>
  <message>
   <source>before going back</source>
   <translation>trước khi khôi phục</translation>
  </message>
  <message>
   <source>{n} reports</source>
   <translation>{n} báo cáo</translation>
  </message>
  <message>
   <source>{n} MB</source>
   <translation>{n} MB</translation>
  </message>
  <message>
   <source>sound</source>
   <translation>kiểm tra đạt</translation>
  </message>
  <message>
   <source>damaged</source>
   <translation>hỏng</translation>
  </message>
 </context>
 <context>
  <name>ExplainingWindow</name>
  <message>
   <source>Restore from a backup…</source>
   <translation>Khôi phục từ bản sao lưu…</translation>
  </message>
 </context>
</TS>
