<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>ImportPanel</name>
  <message>
   <source>Save the receipt</source>
   <translation>Lưu biên bản nhập</translation>
  </message>
  <message>
   <source>Nothing to look at: everything found its place.</source>
   <translation>Không có gì cần xem: mọi phần đều đã có chỗ.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Hủy</translation>
  </message>
  <message>
   <source>Save the receipt…</source>
   <translation>Lưu biên bản…</translation>
  </message>
  <message>
   <source>Files of this import</source>
   <translation>Các tệp đang nhập</translation>
  </message>
  <message>
   <source>What the import noticed</source>
   <translation>Điều ghi nhận khi nhập</translation>
  </message>
  <message>
   <source>Importing {done}/{total}</source>
   <translation>Đang nhập {done}/{total}</translation>
  </message>
  <message>
   <source>about {n} seconds left</source>
   <translation>còn khoảng {n} giây</translation>
  </message>
  <message>
   <source>Drop report files anywhere in the window.</source>
   <translation>Kéo thả tệp báo cáo vào bất kỳ đâu trong cửa sổ.</translation>
  </message>
  <message>
   <source>{n} reports imported.</source>
   <translation>Đã nhập {n} báo cáo.</translation>
  </message>
  <message>
   <source>{n} files need attention.</source>
   <translation>{n} tệp cần xử lý.</translation>
  </message>
 </context>
 <context>
  <name>SecondTryOffer</name>
  <message>
   <source>{program} may be able to open {file}. A copy is converted; the file stays as it is.</source>
   <translation>{program} có thể mở được {file}. Chỉ chuyển đổi một bản sao; tệp gốc giữ nguyên.</translation>
  </message>
  <message>
   <source>Try with {program}</source>
   <translation>Thử lại bằng {program}</translation>
  </message>
 </context>
 <context>
  <name>Importing</name>
  <message>
   <source>File</source>
   <translation>Tệp</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Năm</translation>
  </message>
  <message>
   <source>Issuer</source>
   <translation>Cơ quan ban hành</translation>
  </message>
  <message>
   <source>Sections</source>
   <translation>Mục</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Chú thích</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Bảng</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Số liệu</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Kết quả</translation>
  </message>
  <message>
   <source>Imported</source>
   <translation>Đã nhập</translation>
  </message>
  <message>
   <source>Already on the shelf</source>
   <translation>Đã có trong tủ</translation>
  </message>
  <message>
   <source>Another version; both are kept</source>
   <translation>Bản khác của báo cáo đã có; giữ cả hai</translation>
  </message>
  <message>
   <source>{state}, {n} things to look at</source>
   <translation>{state}, {n} điều cần xem</translation>
  </message>
 </context>
 <context>
  <name>Receipt</name>
  <message>
   <source>File</source>
   <translation>Tệp</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Kết quả</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Năm</translation>
  </message>
  <message>
   <source>Issuer</source>
   <translation>Cơ quan ban hành</translation>
  </message>
  <message>
   <source>Sections</source>
   <translation>Mục</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Chú thích</translation>
  </message>
  <message>
   <source>Notes with their mark</source>
   <translation>Chú thích đã nối</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Bảng</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Số liệu</translation>
  </message>
  <message>
   <source>Noticed</source>
   <translation>Điều ghi nhận</translation>
  </message>
  <message>
   <source>Imported at {moment} (UTC)</source>
   <translation>Nhập lúc {moment} (giờ UTC)</translation>
  </message>
  <message>
   <source>Import receipt</source>
   <translation>Biên bản nhập báo cáo</translation>
  </message>
 </context>
</TS>
