<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Details</name>
  <message>
   <source>What is known of the report</source>
   <translation>Thông tin về báo cáo</translation>
  </message>
  <message>
   <source>no longer where it was</source>
   <translation>không còn ở chỗ cũ</translation>
  </message>
  <message>
   <source>changed since the import</source>
   <translation>đã thay đổi từ lúc nhập</translation>
  </message>
  <message>
   <source>not found in the text</source>
   <translation>không thấy trong văn bản</translation>
  </message>
  <message>
   <source>Noticed at import:</source>
   <translation>Khi nhập đã ghi nhận:</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Trích yếu</translation>
  </message>
  <message>
   <source>Issuer</source>
   <translation>Cơ quan ban hành</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Số ký hiệu</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Ngày ban hành</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Kỳ báo cáo</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>Người ký</translation>
  </message>
  <message>
   <source>Original file</source>
   <translation>Tệp gốc</translation>
  </message>
  <message>
   <source>SHA-256 of the original</source>
   <translation>SHA-256 của tệp gốc</translation>
  </message>
  <message>
   <source>Imported on</source>
   <translation>Ngày nhập</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Đọc</translation>
  </message>
  <message>
   <source>Open the original</source>
   <translation>Mở bản gốc</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Bỏ khỏi tủ…</translation>
  </message>
 </context>
 <context>
  <name>Shelf</name>
  <message>
   <source>sample</source>
   <translation>mẫu</translation>
  </message>
  <message>
   <source>{n} notes</source>
   <translation>{n} chú thích</translation>
  </message>
  <message>
   <source>{n} tables</source>
   <translation>{n} bảng</translation>
  </message>
  <message>
   <source>{n} figures</source>
   <translation>{n} số liệu</translation>
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
   <source>Title</source>
   <translation>Trích yếu</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Số ký hiệu</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Ngày ban hành</translation>
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
   <source>Imported</source>
   <translation>Ngày nhập</translation>
  </message>
  <message>
   <source>{year}: none yet</source>
   <translation>{year}: chưa có</translation>
  </message>
  <message>
   <source>Year unknown</source>
   <translation>Chưa rõ năm</translation>
  </message>
  <message>
   <source>Issuer unknown</source>
   <translation>Chưa rõ cơ quan</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Báo cáo</translation>
  </message>
 </context>
 <context>
  <name>ShelfView</name>
  <message>
   <source>Import reports</source>
   <translation>Nhập báo cáo</translation>
  </message>
  <message>
   <source>Reports ({suffixes})</source>
   <translation>Báo cáo ({suffixes})</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Mọi tệp (*)</translation>
  </message>
  <message>
   <source>Import a folder</source>
   <translation>Nhập cả thư mục</translation>
  </message>
  <message>
   <source>{n} reports</source>
   <translation>{n} báo cáo</translation>
  </message>
  <message>
   <source>{n} reports, {first} – {last}</source>
   <translation>{n} báo cáo, {first} – {last}</translation>
  </message>
  <message>
   <source>Report shelf</source>
   <translation>Tủ báo cáo</translation>
  </message>
  <message>
   <source>Filter reports…</source>
   <translation>Lọc báo cáo…</translation>
  </message>
  <message>
   <source>Filter reports</source>
   <translation>Lọc báo cáo</translation>
  </message>
  <message>
   <source>Import reports…</source>
   <translation>Nhập báo cáo…</translation>
  </message>
  <message>
   <source>Issuers by years</source>
   <translation>Cơ quan theo năm</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Danh sách</translation>
  </message>
  <message>
   <source>Reports, issuers by years</source>
   <translation>Báo cáo, cơ quan theo năm</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>Báo cáo</translation>
  </message>
 </context>
 <context>
  <name>EmptyShelf</name>
  <message>
   <source>No report matches “{typed}”.</source>
   <translation>Không có báo cáo nào khớp “{typed}”.</translation>
  </message>
  <message>
   <source>Try fewer words, or words without diacritics.</source>
   <translation>Thử ít từ hơn, hoặc gõ không dấu.</translation>
  </message>
  <message>
   <source>The shelf is empty.</source>
   <translation>Tủ đang trống.</translation>
  </message>
  <message>
   <source>Drop report files anywhere in the window: .docx, .doc, .pdf, .rtf, .odt, .txt …</source>
   <translation>Kéo thả tệp báo cáo vào bất kỳ đâu trong cửa sổ: .docx, .doc, .pdf, .rtf, .odt, .txt …</translation>
  </message>
  <message>
   <source>Look at sample reports</source>
   <translation>Xem báo cáo mẫu</translation>
  </message>
  <message>
   <source>Import reports…</source>
   <translation>Nhập báo cáo…</translation>
  </message>
 </context>
</TS>
