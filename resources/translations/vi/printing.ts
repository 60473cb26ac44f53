<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>PrintDialog</name>
  <message>
   <source>Try again</source>
   <translation>Thử lại</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Lưu thành PDF</translation>
  </message>
  <message>
   <source>Page {n} of {count}</source>
   <translation>Trang {n}/{count}</translation>
  </message>
  <message>
   <source>Print and preview</source>
   <translation>In và xem trước</translation>
  </message>
  <message>
   <source>Sections to print</source>
   <translation>Các mục sẽ in</translation>
  </message>
  <message>
   <source>Margins</source>
   <translation>Lề giấy</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Kiểu chữ</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Cỡ chữ</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Chú thích</translation>
  </message>
  <message>
   <source>Decree 30/2020 (30 and 15 mm)</source>
   <translation>Nghị định 30/2020 (trái 30, phải 15 mm)</translation>
  </message>
  <message>
   <source>Decree 30/2020, wide (35 and 20 mm)</source>
   <translation>Nghị định 30/2020, rộng (trái 35, phải 20 mm)</translation>
  </message>
  <message>
   <source>Party documents (30 and 15 mm), not checked</source>
   <translation>Văn bản Đảng (trái 30, phải 15 mm), chưa đối chiếu</translation>
  </message>
  <message>
   <source>As handbooks give Guide 36-HD/VPTW; not compared with the original.</source>
   <translation>Theo các sổ tay dẫn Hướng dẫn 36-HD/VPTW; chưa đối chiếu với bản gốc.</translation>
  </message>
  <message>
   <source>Times New Roman</source>
   <translation>Times New Roman</translation>
  </message>
  <message>
   <source>As on the screen</source>
   <translation>Như trên màn hình</translation>
  </message>
  <message>
   <source>At the foot of the page</source>
   <translation>Ở chân trang</translation>
  </message>
  <message>
   <source>At the end of the section</source>
   <translation>Ở cuối mục</translation>
  </message>
  <message>
   <source>At the end</source>
   <translation>Ở cuối cùng</translation>
  </message>
  <message>
   <source>Source and day at the foot</source>
   <translation>Dòng nguồn và ngày in ở chân trang</translation>
  </message>
  <message>
   <source>Pages as they are printed</source>
   <translation>Các trang như khi in</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>In…</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Lưu PDF…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Đóng</translation>
  </message>
 </context>
 <context>
  <name>Printing</name>
  <message>
   <source>(continued)</source>
   <translation>(tiếp theo)</translation>
  </message>
  <message>
   <source>Extract: {report}</source>
   <translation>Trích {report}</translation>
  </message>
  <message>
   <source>source: {name}</source>
   <translation>nguồn: {name}</translation>
  </message>
  <message>
   <source>printed {day}</source>
   <translation>in ngày {day}</translation>
  </message>
  <message>
   <source>{name} (continued)</source>
   <translation>{name} (tiếp theo)</translation>
  </message>
 </context>
</TS>
