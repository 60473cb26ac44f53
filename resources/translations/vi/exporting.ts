<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>BasketList</name>
  <message>
   <source>Basket ({n})</source>
   <translation>Giỏ xuất ({n})</translation>
  </message>
  <message>
   <source>To be exported ({n})</source>
   <translation>Sẽ xuất ({n})</translation>
  </message>
  <message>
   <source>What goes out, in this order</source>
   <translation>Những gì sẽ xuất, theo thứ tự này</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Chuyển lên</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Chuyển xuống</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>Bỏ ra</translation>
  </message>
  <message>
   <source>Side by side</source>
   <translation>Ghép năm</translation>
  </message>
  <message>
   <source>Set the chosen tables of several years side by side</source>
   <translation>Ghép các bảng đang chọn của nhiều năm thành một bảng</translation>
  </message>
  <message>
   <source>Choose tables…</source>
   <translation>Chọn bảng…</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>Into the &amp;basket</source>
   <translation>Cho vào &amp;giỏ xuất</translation>
  </message>
  <message>
   <source>&amp;Export…</source>
   <translation>&amp;Xuất…</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Xuất</translation>
  </message>
  <message>
   <source>&amp;Print and preview…</source>
   <translation>&amp;In và xem trước…</translation>
  </message>
  <message>
   <source>T&amp;ables</source>
   <translation>&amp;Bảng</translation>
  </message>
  <message>
   <source>Copy the &amp;link to this place</source>
   <translation>Sao chép &amp;liên kết tới chỗ này</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>{n} entries are not in this library any more: {names}</source>
   <translation>{n} mục không còn trong tủ này: {names}</translation>
  </message>
  <message>
   <source>“{file}” exists already.</source>
   <translation>Đã có tệp “{file}”.</translation>
  </message>
  <message>
   <source>It is replaced only once the new one is whole.</source>
   <translation>Tệp cũ chỉ bị thay khi tệp mới đã ghi trọn vẹn.</translation>
  </message>
  <message>
   <source>Overwrite</source>
   <translation>Ghi đè</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Đổi tên</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Hủy</translation>
  </message>
  <message>
   <source>Stopped. Nothing was written.</source>
   <translation>Đã dừng. Chưa ghi gì.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Thử lại</translation>
  </message>
  <message>
   <source>Another name…</source>
   <translation>Tên khác…</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Lưu thành</translation>
  </message>
  <message>
   <source>The table in the preview was copied.</source>
   <translation>Đã sao chép bảng đang xem trước.</translation>
  </message>
  <message>
   <source>Export {n} rows</source>
   <translation>Xuất {n} dòng</translation>
  </message>
  <message>
   <source>Export tables and figures</source>
   <translation>Xuất bảng và số liệu</translation>
  </message>
  <message>
   <source>Save to</source>
   <translation>Lưu vào</translation>
  </message>
  <message>
   <source>File to write</source>
   <translation>Tệp sẽ ghi</translation>
  </message>
  <message>
   <source>Choose a place…</source>
   <translation>Chọn nơi lưu…</translation>
  </message>
  <message>
   <source>Copy this table</source>
   <translation>Sao chép bảng này</translation>
  </message>
  <message>
   <source>Progress of the export</source>
   <translation>Tiến độ xuất</translation>
  </message>
 </context>
 <context>
  <name>FileKinds</name>
  <message>
   <source>Excel (.xlsx)</source>
   <translation>Excel (.xlsx)</translation>
  </message>
  <message>
   <source>Calc (.ods)</source>
   <translation>Calc (.ods)</translation>
  </message>
  <message>
   <source>Word (.docx)</source>
   <translation>Word (.docx)</translation>
  </message>
  <message>
   <source>PDF (.pdf)</source>
   <translation>PDF (.pdf)</translation>
  </message>
  <message>
   <source>CSV for Vietnamese Excel (; and ,)</source>
   <translation>CSV cho Excel tiếng Việt (; và ,)</translation>
  </message>
  <message>
   <source>CSV plain UTF-8 (, and .)</source>
   <translation>CSV thuần UTF-8 (, và .)</translation>
  </message>
  <message>
   <source>Web page (.html)</source>
   <translation>Trang web (.html)</translation>
  </message>
  <message>
   <source>Markdown (.md)</source>
   <translation>Markdown (.md)</translation>
  </message>
  <message>
   <source>JSON (.json)</source>
   <translation>JSON (.json)</translation>
  </message>
  <message>
   <source>Data Package (.zip)</source>
   <translation>Data Package (.zip)</translation>
  </message>
  <message>
   <source>As printed</source>
   <translation>Như bản in</translation>
  </message>
  <message>
   <source>One line per number</source>
   <translation>Mỗi số một dòng</translation>
  </message>
  <message>
   <source>Rows and columns exchanged</source>
   <translation>Đổi hàng và cột</translation>
  </message>
  <message>
   <source>Picture (.png)</source>
   <translation>Ảnh (.png)</translation>
  </message>
  <message>
   <source>Drawing (.svg)</source>
   <translation>Hình vẽ (.svg)</translation>
  </message>
 </context>
 <context>
  <name>OptionsPanel</name>
  <message>
   <source>File format</source>
   <translation>Định dạng</translation>
  </message>
  <message>
   <source>With</source>
   <translation>Gồm</translation>
  </message>
  <message>
   <source>Notes of the table</source>
   <translation>Chú thích của bảng</translation>
  </message>
  <message>
   <source>Sources (section, paragraph, SHA-256)</source>
   <translation>Nguồn (mục, đoạn, SHA-256)</translation>
  </message>
  <message>
   <source>A column of links into the report</source>
   <translation>Cột liên kết tới chỗ trong báo cáo</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>Bố cục</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Số</translation>
  </message>
  <message>
   <source>112.500,5 (Vietnamese)</source>
   <translation>112.500,5 (Việt Nam)</translation>
  </message>
  <message>
   <source>112,500.5 (English)</source>
   <translation>112,500.5 (Anh)</translation>
  </message>
  <message>
   <source>Charts of the series (pictures)</source>
   <translation>Biểu đồ của chỉ tiêu (ảnh)</translation>
  </message>
 </context>
 <context>
  <name>Outgoing</name>
  <message>
   <source>Tables</source>
   <translation>Bảng</translation>
  </message>
  <message>
   <source>Open a table in the view of tables, or scroll to one in a report.</source>
   <translation>Mở một bảng trong khung Bảng, hoặc cuộn tới bảng trong báo cáo.</translation>
  </message>
  <message>
   <source>There is no table here to put into the basket.</source>
   <translation>Ở đây không có bảng để cho vào giỏ xuất.</translation>
  </message>
  <message>
   <source>“{name}” is in the basket.</source>
   <translation>Đã cho “{name}” vào giỏ xuất.</translation>
  </message>
  <message>
   <source>“{name}” is in the basket already.</source>
   <translation>“{name}” đã có trong giỏ xuất.</translation>
  </message>
  <message>
   <source>Open a report or a table first.</source>
   <translation>Mở một báo cáo hoặc một bảng trước.</translation>
  </message>
  <message>
   <source>There is nothing here to print.</source>
   <translation>Ở đây không có gì để in.</translation>
  </message>
  <message>
   <source>The link to this place was copied.</source>
   <translation>Đã sao chép liên kết tới chỗ này.</translation>
  </message>
  <message>
   <source>“{link}” is no link of Tủ Báo Cáo.</source>
   <translation>“{link}” không phải liên kết của Tủ Báo Cáo.</translation>
  </message>
  <message>
   <source>Import the report, then open the link again.</source>
   <translation>Nhập báo cáo rồi mở lại liên kết.</translation>
  </message>
  <message>
   <source>The report of the link is not in this library: {name}</source>
   <translation>Báo cáo của liên kết không có trong tủ này: {name}</translation>
  </message>
  <message>
   <source>The report has no such place any more; here is its beginning.</source>
   <translation>Báo cáo không còn chỗ này; mở từ đầu báo cáo.</translation>
  </message>
  <message>
   <source>The table was copied.</source>
   <translation>Đã sao chép bảng.</translation>
  </message>
  <message>
   <source>“{file}” was written.</source>
   <translation>Đã ghi “{file}”.</translation>
  </message>
  <message>
   <source>{n} rows were written to “{file}”.</source>
   <translation>Đã xuất {n} dòng ra “{file}”.</translation>
  </message>
  <message>
   <source>Open the file</source>
   <translation>Mở tệp</translation>
  </message>
  <message>
   <source>Open the folder</source>
   <translation>Mở thư mục</translation>
  </message>
  <message>
   <source>{n} tables were put into the basket.</source>
   <translation>Đã cho {n} bảng vào giỏ xuất.</translation>
  </message>
  <message>
   <source>They are all in the basket already.</source>
   <translation>Các bảng này đều đã có trong giỏ.</translation>
  </message>
 </context>
 <context>
  <name>Preview</name>
  <message>
   <source>{n} cells are not read as numbers: they go out as words</source>
   <translation>{n} ô không đọc được thành số: xuất ra dạng chữ</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Xem trước</translation>
  </message>
  <message>
   <source>Table in the preview</source>
   <translation>Bảng đang xem trước</translation>
  </message>
  <message>
   <source>Exactly the cells that go out</source>
   <translation>Đúng các ô sẽ xuất</translation>
  </message>
  <message>
   <source>Show the next one</source>
   <translation>Xem ô kế tiếp</translation>
  </message>
 </context>
</TS>
