<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Commands</name>
  <message>
   <source>Pac&amp;k for another office…</source>
   <translation>Đóng &amp;gói gửi nơi khác…</translation>
  </message>
 </context>
 <context>
  <name>Exchange</name>
  <message>
   <source>Trust the new key</source>
   <translation>Tin khóa mới</translation>
  </message>
 </context>
 <context>
  <name>PackDialog</name>
  <message>
   <source>Save the pack</source>
   <translation>Lưu gói</translation>
  </message>
  <message>
   <source>Packs of reports (*{suffix})</source>
   <translation>Gói báo cáo (*{suffix})</translation>
  </message>
  <message>
   <source>Save {n} reports as…</source>
   <translation>Lưu {n} báo cáo thành…</translation>
  </message>
  <message>
   <source>“{file}” was written, with {n} reports. Key code: {code}. Read it to the receiver by telephone the first time; afterwards their program knows the key.</source>
   <translation>Đã ghi “{file}”, gồm {n} báo cáo. Mã khóa: {code}. Lần gửi đầu tiên, đọc mã này cho nơi nhận qua điện thoại; các lần sau chương trình của họ đã biết khóa.</translation>
  </message>
  <message>
   <source>Pack reports for another office</source>
   <translation>Đóng gói báo cáo gửi nơi khác</translation>
  </message>
  <message>
   <source>Ticked reports go out as they were imported; your bookmarks, notes and corrections stay here.</source>
   <translation>Báo cáo được đánh dấu gửi đi như lúc nhập; dấu trang, ghi chú và bản sửa ở lại.</translation>
  </message>
  <message>
   <source>&amp;Name of your office, which the receiver will see</source>
   <translation>&amp;Tên cơ quan gửi, nơi nhận sẽ thấy</translation>
  </message>
  <message>
   <source>Reports to be packed</source>
   <translation>Báo cáo sẽ gói</translation>
  </message>
  <message>
   <source>Name of your office</source>
   <translation>Tên cơ quan gửi</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Sao chép</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Đóng</translation>
  </message>
 </context>
</TS>
