<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>CompareBar</name>
  <message>
   <source>Change {n}/{total}</source>
   <translation>Thay đổi {n}/{total}</translation>
  </message>
  <message>
   <source>Two columns</source>
   <translation>Hai cột</translation>
  </message>
  <message>
   <source>One column</source>
   <translation>Một cột</translation>
  </message>
  <message>
   <source>Matrix of the years</source>
   <translation>Ma trận các năm</translation>
  </message>
  <message>
   <source>Tables of the years</source>
   <translation>Bảng các năm</translation>
  </message>
  <message>
   <source>Pass over years, dates, document numbers</source>
   <translation>Bỏ qua năm, ngày, số văn bản</translation>
  </message>
  <message>
   <source>Only what is new</source>
   <translation>Chỉ hiện nội dung mới</translation>
  </message>
  <message>
   <source>Swap the two sides</source>
   <translation>Đổi hai bên</translation>
  </message>
  <message>
   <source>Take back the last pairing by hand</source>
   <translation>Hoàn tác lần ghép tay gần nhất</translation>
  </message>
  <message>
   <source>Previous change (Shift+F8)</source>
   <translation>Thay đổi trước (Shift+F8)</translation>
  </message>
  <message>
   <source>Next change (F8)</source>
   <translation>Thay đổi kế (F8)</translation>
  </message>
  <message>
   <source>The older report</source>
   <translation>Báo cáo trước</translation>
  </message>
  <message>
   <source>The newer report</source>
   <translation>Báo cáo sau</translation>
  </message>
  <message>
   <source>Arrangement</source>
   <translation>Cách bày</translation>
  </message>
 </context>
 <context>
  <name>CompareView</name>
  <message>
   <source>Figures</source>
   <translation>Δ số liệu</translation>
  </message>
  <message>
   <source>Bar: length of the section. Δ: changes since the year before. Enter compares.</source>
   <translation>Thanh: độ dài của mục. Δ: thay đổi so với năm trước. Enter để so hai năm.</translation>
  </message>
  <message>
   <source>Lines that only one report has stand at the bottom. Enter opens a cell in its report.</source>
   <translation>Dòng chỉ một báo cáo có đứng cuối bảng. Enter mở ô trong báo cáo của nó.</translation>
  </message>
  <message>
   <source>Pair with another section…</source>
   <translation>Ghép với mục khác…</translation>
  </message>
  <message>
   <source>Sections and their changes</source>
   <translation>Mục và thay đổi</translation>
  </message>
  <message>
   <source>Both texts side by side</source>
   <translation>Hai lời văn cạnh nhau</translation>
  </message>
  <message>
   <source>Sections by years</source>
   <translation>Mục theo năm</translation>
  </message>
 </context>
 <context>
  <name>Comparing</name>
  <message>
   <source>It takes reports of two years to compare.</source>
   <translation>Cần báo cáo của hai năm để so sánh.</translation>
  </message>
  <message>
   <source>The shelf holds no report of an earlier year by the same issuer.</source>
   <translation>Tủ chưa có báo cáo năm trước của cùng cơ quan.</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>So sánh</translation>
  </message>
  <message>
   <source>Compare {years}</source>
   <translation>So sánh {years}</translation>
  </message>
 </context>
 <context>
  <name>Comparison</name>
  <message>
   <source>figures that do not agree</source>
   <translation>số chưa khớp</translation>
  </message>
  <message>
   <source>revised figure</source>
   <translation>số điều chỉnh</translation>
  </message>
  <message>
   <source>another period</source>
   <translation>khác kỳ</translation>
  </message>
  <message>
   <source>another definition</source>
   <translation>khác định nghĩa</translation>
  </message>
  <message>
   <source>{n} percentage points</source>
   <translation>{n} điểm phần trăm</translation>
  </message>
  <message>
   <source>These two sections may not belong together ({percent}% sure).</source>
   <translation>Hai mục này có thể không phải một cặp (chắc {percent}%).</translation>
  </message>
  <message>
   <source>Report {year}</source>
   <translation>Báo cáo {year}</translation>
  </message>
  <message>
   <source>Only one report has this line.</source>
   <translation>Chỉ một báo cáo có dòng này.</translation>
  </message>
  <message>
   <source>Paired by hand</source>
   <translation>Ghép tay</translation>
  </message>
  <message>
   <source>Pair {percent}% sure</source>
   <translation>Ghép chắc {percent}%</translation>
  </message>
  <message>
   <source>{n} of {total} sentences unchanged</source>
   <translation>{n}/{total} câu giữ nguyên</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>Thêm</translation>
  </message>
  <message>
   <source>Dropped</source>
   <translation>Bỏ</translation>
  </message>
  <message>
   <source>Figures changed</source>
   <translation>Đổi số</translation>
  </message>
  <message>
   <source>Reworded</source>
   <translation>Đổi lời</translation>
  </message>
  <message>
   <source>Moved</source>
   <translation>Chuyển chỗ</translation>
  </message>
  <message>
   <source>Renumbered</source>
   <translation>Đổi số mục</translation>
  </message>
  <message>
   <source>heads, recipients and signatures ({n} paragraphs)</source>
   <translation>phần đầu, nơi nhận, chữ ký ({n} đoạn)</translation>
  </message>
  <message>
   <source>{n} tables or cells</source>
   <translation>{n} bảng hoặc ô</translation>
  </message>
  <message>
   <source>{n} unlinked notes</source>
   <translation>{n} chú thích chưa nối</translation>
  </message>
  <message>
   <source>{same}% of the sentences unchanged · {numbers}% only figures changed · {rest}% other</source>
   <translation>{same}% câu giữ nguyên · {numbers}% chỉ đổi số · {rest}% khác</translation>
  </message>
  <message>
   <source>{n}% of the differences are only years, dates or document numbers</source>
   <translation>{n}% khác biệt chỉ là năm, ngày, số văn bản</translation>
  </message>
  <message>
   <source>Compared: {n} sentences, {left}/{right} notes, {tables} tables.</source>
   <translation>Đã so: {n} câu, {left}/{right} chú thích, {tables} bảng.</translation>
  </message>
  <message>
   <source>Not compared: {parts}.</source>
   <translation>Không so: {parts}.</translation>
  </message>
  <message>
   <source>none</source>
   <translation>không có</translation>
  </message>
  <message>
   <source>merged into {section}</source>
   <translation>gộp vào {section}</translation>
  </message>
  <message>
   <source>still within {section}</source>
   <translation>còn nằm trong {section}</translation>
  </message>
  <message>
   <source>{n} sentences</source>
   <translation>{n} câu</translation>
  </message>
 </context>
 <context>
  <name>Footer</name>
  <message>
   <source>What was not compared</source>
   <translation>Xem phần không so</translation>
  </message>
  <message>
   <source>… and {n} more</source>
   <translation>… và {n} phần nữa</translation>
  </message>
 </context>
 <context>
  <name>WideView</name>
  <message>
   <source>No table stands in two of these reports.</source>
   <translation>Không có bảng nào đứng trong hai báo cáo này.</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Bảng</translation>
  </message>
  <message>
   <source>The table through the years</source>
   <translation>Bảng qua các năm</translation>
  </message>
 </context>
 <context>
  <name>Waiting</name>
  <message>
   <source>The comparison was stopped.</source>
   <translation>Đã dừng so sánh.</translation>
  </message>
  <message>
   <source>Compare again</source>
   <translation>So sánh lại</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Hủy</translation>
  </message>
 </context>
 <context>
  <name>RepairDialog</name>
  <message>
   <source>Pair sections</source>
   <translation>Ghép lại mục</translation>
  </message>
  <message>
   <source>Which section of the older report answers “{title}”?</source>
   <translation>Mục nào của báo cáo trước ứng với “{title}”?</translation>
  </message>
  <message>
   <source>Filter sections…</source>
   <translation>Lọc mục…</translation>
  </message>
  <message>
   <source>Filter sections</source>
   <translation>Lọc mục</translation>
  </message>
  <message>
   <source>Sections of the older report</source>
   <translation>Các mục của báo cáo trước</translation>
  </message>
  <message>
   <source>None: the section is new</source>
   <translation>Không có: mục này mới</translation>
  </message>
 </context>
</TS>
