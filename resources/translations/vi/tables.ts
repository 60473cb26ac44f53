<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>FigurePicker</name>
  <message>
   <source>Figures in the text</source>
   <translation>Số liệu trong lời văn</translation>
  </message>
  <message>
   <source>Year:</source>
   <translation>Năm:</translation>
  </message>
  <message>
   <source>Year of the table</source>
   <translation>Năm của bảng</translation>
  </message>
  <message>
   <source>Filter figures</source>
   <translation>Lọc số liệu</translation>
  </message>
  <message>
   <source>Choose all</source>
   <translation>Chọn hết</translation>
  </message>
  <message>
   <source>Choose none</source>
   <translation>Bỏ chọn</translation>
  </message>
  <message>
   <source>Also of:</source>
   <translation>Thêm từ:</translation>
  </message>
  <message>
   <source>Set out:</source>
   <translation>Trình bày:</translation>
  </message>
  <message>
   <source>none</source>
   <translation>không</translation>
  </message>
  <message>
   <source>A second report, as the one of the year before</source>
   <translation>Báo cáo thứ hai, như báo cáo năm trước</translation>
  </message>
  <message>
   <source>How the table is set out</source>
   <translation>Cách trình bày bảng</translation>
  </message>
  <message>
   <source>as offices do</source>
   <translation>như cơ quan lập</translation>
  </message>
  <message>
   <source>Year before, plan, result, and what they come to in percent</source>
   <translation>Năm trước, kế hoạch, thực hiện và tỷ lệ so sánh</translation>
  </message>
  <message>
   <source>as a list</source>
   <translation>thành danh sách</translation>
  </message>
  <message>
   <source>A row per figure, with its sentence</source>
   <translation>Mỗi số một dòng, kèm câu gốc</translation>
  </message>
 </context>
 <context>
  <name>PageMenu</name>
  <message>
   <source>Copy the link to this place</source>
   <translation>Sao chép liên kết tới chỗ này</translation>
  </message>
  <message>
   <source>Open in the view of tables</source>
   <translation>Mở trong khung Bảng</translation>
  </message>
  <message>
   <source>Put the table into the basket</source>
   <translation>Cho bảng vào giỏ xuất</translation>
  </message>
  <message>
   <source>Copy the whole table</source>
   <translation>Sao chép cả bảng</translation>
  </message>
 </context>
 <context>
  <name>Sheet</name>
  <message>
   <source>It stands among numbers and cannot be read as one: it goes out as words.</source>
   <translation>Ô này đứng giữa các số nhưng không đọc được thành số: xuất ra dạng chữ.</translation>
  </message>
 </context>
 <context>
  <name>TablePane</name>
  <message>
   <source>{n} rows</source>
   <translation>{n} dòng</translation>
  </message>
  <message>
   <source>{n} of {total} rows</source>
   <translation>{n} trong {total} dòng</translation>
  </message>
  <message>
   <source>{n} cells not read as numbers</source>
   <translation>{n} ô không đọc được thành số</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Sao chép</translation>
  </message>
  <message>
   <source>Copy with column captions</source>
   <translation>Sao chép kèm tiêu đề cột</translation>
  </message>
  <message>
   <source>Copy with captions and source</source>
   <translation>Sao chép kèm tiêu đề và trích dẫn</translation>
  </message>
  <message>
   <source>Show in the report</source>
   <translation>Tới chỗ trong báo cáo</translation>
  </message>
  <message>
   <source>Into the basket</source>
   <translation>Cho vào giỏ xuất</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Xuất…</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>In…</translation>
  </message>
  <message>
   <source>Filter rows</source>
   <translation>Lọc dòng</translation>
  </message>
  <message>
   <source>Into the basket (Ctrl+B)</source>
   <translation>Cho vào giỏ xuất (Ctrl+B)</translation>
  </message>
  <message>
   <source>Export this table, as it is shown</source>
   <translation>Xuất bảng này, đúng như đang hiện</translation>
  </message>
  <message>
   <source>Print this table, as it is shown (Ctrl+P)</source>
   <translation>In bảng này, đúng như đang hiện (Ctrl+P)</translation>
  </message>
  <message>
   <source>Table as printed</source>
   <translation>Bảng như bản in</translation>
  </message>
  <message>
   <source>Go to the next one</source>
   <translation>Tới ô kế tiếp</translation>
  </message>
 </context>
 <context>
  <name>TableWords</name>
  <message>
   <source>Table made of the text</source>
   <translation>Lập bảng từ lời văn</translation>
  </message>
  <message>
   <source>Table {n}</source>
   <translation>Bảng {n}</translation>
  </message>
  <message>
   <source>{n} figures in the text</source>
   <translation>{n} số liệu trong lời văn</translation>
  </message>
  <message>
   <source>{rows} rows × {cols} columns</source>
   <translation>{rows} dòng × {cols} cột</translation>
  </message>
  <message>
   <source>{n} notes</source>
   <translation>{n} chú thích</translation>
  </message>
  <message>
   <source>Cells: {n}</source>
   <translation>Số ô: {n}</translation>
  </message>
  <message>
   <source>Sum: {value}</source>
   <translation>Tổng: {value}</translation>
  </message>
  <message>
   <source>Mean: {value}</source>
   <translation>Trung bình: {value}</translation>
  </message>
  <message>
   <source>Numbers: {n}</source>
   <translation>Số ô có số: {n}</translation>
  </message>
  <message>
   <source>different units: {units}</source>
   <translation>khác đơn vị: {units}</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Chú thích</translation>
  </message>
  <message>
   <source>{n} notes with their sentences</source>
   <translation>{n} chú thích kèm câu có dấu</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Số liệu</translation>
  </message>
 </context>
 <context>
  <name>TablesView</name>
  <message>
   <source>No table yet.</source>
   <translation>Chưa có bảng nào.</translation>
  </message>
  <message>
   <source>The tables of imported reports are listed here.</source>
   <translation>Bảng của các báo cáo đã nhập hiện ở đây.</translation>
  </message>
  <message>
   <source>This report has no table.</source>
   <translation>Báo cáo này không có bảng.</translation>
  </message>
  <message>
   <source>{n} figures stand in the text.</source>
   <translation>{n} số liệu nằm trong lời văn.</translation>
  </message>
  <message>
   <source>No figure was found in its text.</source>
   <translation>Không tìm thấy số liệu nào trong lời văn.</translation>
  </message>
  <message>
   <source>{n} tables</source>
   <translation>{n} bảng</translation>
  </message>
  <message>
   <source>Filter tables</source>
   <translation>Lọc bảng</translation>
  </message>
  <message>
   <source>Tables of all reports</source>
   <translation>Bảng của mọi báo cáo</translation>
  </message>
  <message>
   <source>Make a table of the text</source>
   <translation>Lập bảng từ lời văn</translation>
  </message>
  <message>
   <source>Take all {n} tables</source>
   <translation>Lấy cả {n} bảng</translation>
  </message>
  <message>
   <source>Put all tables of the report into the basket</source>
   <translation>Cho mọi bảng của báo cáo vào giỏ xuất</translation>
  </message>
 </context>
</TS>
