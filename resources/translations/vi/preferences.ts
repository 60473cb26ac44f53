<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source>Tips</source>
   <translation>Mẹo</translation>
  </message>
  <message>
   <source>A line of advice at the first visit to a place</source>
   <translation>Một dòng mẹo ở lần đầu vào mỗi chỗ</translation>
  </message>
  <message>
   <source>What is grey was laid down by the administrator (policy.ini).</source>
   <translation>Ô mờ do quản trị viên đặt (policy.ini).</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>Tùy chọn</translation>
  </message>
  <message>
   <source>Laid down by the administrator (policy.ini)</source>
   <translation>Do quản trị viên đặt (policy.ini)</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Ngôn ngữ</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Giao diện</translation>
  </message>
  <message>
   <source>Size of the interface</source>
   <translation>Cỡ chữ giao diện</translation>
  </message>
  <message>
   <source>Reading font</source>
   <translation>Phông chữ khi đọc</translation>
  </message>
  <message>
   <source>Size of the text</source>
   <translation>Cỡ chữ khi đọc</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Chú thích</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Số liệu</translation>
  </message>
  <message>
   <source>Preview a note when the pointer rests on its mark</source>
   <translation>Xem trước chú thích khi trỏ vào dấu chú thích</translation>
  </message>
  <message>
   <source>Live numbers: underline figures and explain them</source>
   <translation>Số liệu sống: gạch chân và giải thích các con số</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Đóng</translation>
  </message>
 </context>
 <context>
  <name>Swatches</name>
  <message>
   <source>As the system</source>
   <translation>Theo hệ thống</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Sáng</translation>
  </message>
  <message>
   <source>Sepia</source>
   <translation>Ngà</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Tối</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Tương phản cao</translation>
  </message>
 </context>
</TS>
