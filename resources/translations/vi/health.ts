<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Health</name>
  <message>
   <source>Doubtful numbers</source>
   <translation>Số còn nghi ngờ</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Số liệu</translation>
  </message>
  <message>
   <source>Issuer</source>
   <translation>Cơ quan</translation>
  </message>
  <message>
   <source>Links to review</source>
   <translation>Liên kết chờ duyệt</translation>
  </message>
  <message>
   <source>Notes with their mark</source>
   <translation>Chú thích có dấu</translation>
  </message>
  <message>
   <source>Notes without their mark</source>
   <translation>Chú thích chưa nối</translation>
  </message>
  <message>
   <source>Numbers used</source>
   <translation>Số đã dùng</translation>
  </message>
  <message>
   <source>Remarks of the import</source>
   <translation>Ghi nhận khi nhập</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Báo cáo</translation>
  </message>
  <message>
   <source>Reports that do not agree</source>
   <translation>Số chưa khớp giữa các năm</translation>
  </message>
  <message>
   <source>Sections</source>
   <translation>Mục</translation>
  </message>
  <message>
   <source>Sums that do not meet</source>
   <translation>Phép tính chưa khớp</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Bảng</translation>
  </message>
  <message>
   <source>Tables without a number</source>
   <translation>Bảng chưa đọc được số</translation>
  </message>
  <message>
   <source>To look at</source>
   <translation>Cần xem</translation>
  </message>
  <message>
   <source>no report</source>
   <translation>chưa có báo cáo</translation>
  </message>
  <message>
   <source>{name}, {year}: {left} in the report of {first}, {right} in that of {second}</source>
   <translation>{name}, {year}: báo cáo {first} ghi {left}, báo cáo {second} ghi {right}</translation>
  </message>
  <message>
   <source>{what}: printed {printed}, computed {computed}</source>
   <translation>{what}: ghi {printed}, tính ra {computed}</translation>
  </message>
 </context>
 <context>
  <name>HealthView</name>
  <message>
   <source>Nothing is open here.</source>
   <translation>Không có gì cần xem ở đây.</translation>
  </message>
  <message>
   <source>Reading the library…</source>
   <translation>Đang đọc tủ…</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>Báo cáo</translation>
  </message>
  <message>
   <source>State of the library</source>
   <translation>Tình trạng tủ</translation>
  </message>
  <message>
   <source>What is open</source>
   <translation>Phần cần xem</translation>
  </message>
  <message>
   <source>without a report: {years}</source>
   <translation>chưa có báo cáo: {years}</translation>
  </message>
  <message>
   <source>years {first} to {last}</source>
   <translation>từ năm {first} đến {last}</translation>
  </message>
  <message>
   <source>{n} reports</source>
   <translation>{n} báo cáo</translation>
  </message>
 </context>
</TS>
