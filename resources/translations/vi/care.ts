<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>ExplainingWindow</name>
  <message>
   <source>Repair the library…</source>
   <translation>Sửa tủ…</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>Repair the library…</source>
   <translation>Sửa tủ…</translation>
  </message>
 </context>
 <context>
  <name>Health</name>
  <message>
   <source>Damaged parts</source>
   <translation>Phần bị hỏng</translation>
  </message>
 </context>
 <context>
  <name>HealthView</name>
  <message>
   <source>Checking the library…</source>
   <translation>Đang kiểm tra tủ…</translation>
  </message>
  <message>
   <source>checked: nothing is damaged</source>
   <translation>đã kiểm tra: không có gì hỏng</translation>
  </message>
  <message>
   <source>Check the file</source>
   <translation>Kiểm tra tệp</translation>
  </message>
  <message>
   <source>Repair the library…</source>
   <translation>Sửa tủ…</translation>
  </message>
 </context>
 <context>
  <name>Mending</name>
  <message>
   <source>The search index was built again; all reports are whole.</source>
   <translation>Đã lập lại chỉ mục tìm kiếm; mọi báo cáo đều nguyên vẹn.</translation>
  </message>
  <message>
   <source>Nothing is wrong with the library.</source>
   <translation>Tủ không có gì hỏng.</translation>
  </message>
  <message>
   <source>The library was repaired: {n} reports are whole.</source>
   <translation>Đã sửa tủ: {n} báo cáo nguyên vẹn.</translation>
  </message>
  <message>
   <source>The damaged file lies beside it as “{name}”.</source>
   <translation>Tệp hỏng được giữ bên cạnh, tên là “{name}”.</translation>
  </message>
  <message>
   <source>{n} of them were fetched out of a backup.</source>
   <translation>Trong đó {n} báo cáo lấy từ bản sao lưu.</translation>
  </message>
  <message>
   <source>Look over what stands beside {n} of the texts: nothing vouches for it any more.</source>
   <translation>Hãy xem lại năm, kỳ, cơ quan, nguồn tệp ở {n} chỗ: không còn dấu kiểm nào xác nhận.</translation>
  </message>
  <message>
   <source>Lost: {n} ({names}).</source>
   <translation>Bị mất: {n} ({names}).</translation>
  </message>
  <message>
   <source>Import the lost ones again</source>
   <translation>Nhập lại báo cáo bị mất</translation>
  </message>
  <message>
   <source>report {n}</source>
   <translation>báo cáo số {n}</translation>
  </message>
 </context>
 <context>
  <name>Renewing</name>
  <message>
   <source>The series of this library were made by another catalogue of indicators.</source>
   <translation>Các chuỗi số liệu của tủ này được lập theo một danh mục chỉ tiêu khác.</translation>
  </message>
  <message>
   <source>Figures may stand in other series than they would here; the reports are whole.</source>
   <translation>Có số liệu có thể nằm ở chuỗi khác với cách xếp ở đây; các báo cáo còn nguyên.</translation>
  </message>
  <message>
   <source>Open it where it can be written to link them anew.</source>
   <translation>Mở tủ ở nơi ghi được để nối lại.</translation>
  </message>
  <message>
   <source>Link anew</source>
   <translation>Nối lại</translation>
  </message>
  <message>
   <source>Figures were linked anew; reports with other links now: {n}.</source>
   <translation>Đã nối lại số liệu; số báo cáo có mối nối khác trước: {n}.</translation>
  </message>
 </context>
 <context>
  <name>Reloading</name>
  <message>
   <source>Another program has changed the library “{name}”.</source>
   <translation>Một chương trình khác đã thay đổi tủ “{name}”.</translation>
  </message>
  <message>
   <source>What is shown here is from before.</source>
   <translation>Nội dung đang hiện là của lúc trước.</translation>
  </message>
  <message>
   <source>Reload</source>
   <translation>Tải lại</translation>
  </message>
  <message>
   <source>The file “{name}” was replaced by another one.</source>
   <translation>Tệp “{name}” đã bị thay bằng tệp khác.</translation>
  </message>
  <message>
   <source>The window still shows the former library; nothing is written until it is reloaded.</source>
   <translation>Cửa sổ vẫn hiện tủ cũ; chưa tải lại thì chưa ghi gì.</translation>
  </message>
  <message>
   <source>The library “{name}” is not there any more.</source>
   <translation>Không còn thấy tủ “{name}”.</translation>
  </message>
  <message>
   <source>It was removed, renamed, or its drive was taken out; nothing can be written.</source>
   <translation>Tệp đã bị xóa, đổi tên, hoặc ổ đĩa đã bị rút; không ghi được gì.</translation>
  </message>
  <message>
   <source>Put the drive back in; the window notices by itself.</source>
   <translation>Hãy cắm lại ổ đĩa; cửa sổ sẽ tự nhận ra.</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Xem lại</translation>
  </message>
 </context>
 <context>
  <name>WaitingWindow</name>
  <message>
   <source>The library is being repaired</source>
   <translation>Đang sửa tủ</translation>
  </message>
  <message>
   <source>The backup is being put in place</source>
   <translation>Đang khôi phục từ bản sao lưu</translation>
  </message>
  <message>
   <source>The file as it was is kept beside the library under a name with “.hong-”; nothing is deleted.</source>
   <translation>Tệp cũ được giữ lại bên cạnh, tên có “.hong-”; không xóa gì.</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Tiến độ</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Hủy</translation>
  </message>
 </context>
</TS>
