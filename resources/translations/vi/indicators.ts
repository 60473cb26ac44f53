<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>ChartOptions</name>
  <message>
   <source>= 100 in {year}</source>
   <translation>= 100 năm {year}</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Cột</translation>
  </message>
  <message>
   <source>Copy picture</source>
   <translation>Sao chép ảnh</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Chỉ số</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Đường</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Lưu…</translation>
  </message>
  <message>
   <source>Show every series as an index</source>
   <translation>Vẽ mọi chuỗi thành chỉ số</translation>
  </message>
  <message>
   <source>Show only what the reports up to a year said</source>
   <translation>Chỉ lấy số của các báo cáo đến năm đã chọn</translation>
  </message>
  <message>
   <source>Slope</source>
   <translation>Dốc</translation>
  </message>
  <message>
   <source>Small charts</source>
   <translation>Nhỏ nhiều</translation>
  </message>
  <message>
   <source>State of knowledge</source>
   <translation>Như đã biết năm</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Bảng số</translation>
  </message>
  <message>
   <source>Two ends</source>
   <translation>Hai đầu</translation>
  </message>
  <message>
   <source>all reports</source>
   <translation>mọi báo cáo</translation>
  </message>
  <message>
   <source>as known in {year}</source>
   <translation>như đã biết năm {year}</translation>
  </message>
  <message>
   <source>no index</source>
   <translation>không tính chỉ số</translation>
  </message>
  <message>
   <source>Basket</source>
   <translation>Giỏ xuất</translation>
  </message>
  <message>
   <source>Put these series and their chart into the basket (Ctrl+B)</source>
   <translation>Cho các chỉ tiêu này và biểu đồ vào giỏ xuất (Ctrl+B)</translation>
  </message>
 </context>
 <context>
  <name>ChartPane</name>
  <message>
   <source>Chart of {name}</source>
   <translation>Biểu đồ {name}</translation>
  </message>
  <message>
   <source>Copy figures</source>
   <translation>Sao chép số liệu</translation>
  </message>
  <message>
   <source>Copy picture</source>
   <translation>Sao chép ảnh</translation>
  </message>
  <message>
   <source>Enter: open the sentence</source>
   <translation>Enter: mở câu gốc</translation>
  </message>
  <message>
   <source>Keep this indicator in the watch list</source>
   <translation>Giữ chỉ tiêu này trong Bảng theo dõi</translation>
  </message>
  <message>
   <source>Save as SVG, PDF, PNG…</source>
   <translation>Lưu SVG, PDF, PNG…</translation>
  </message>
  <message>
   <source>Save the chart</source>
   <translation>Lưu biểu đồ</translation>
  </message>
  <message>
   <source>Show as a table</source>
   <translation>Xem dạng bảng</translation>
  </message>
  <message>
   <source>Source: reports {years}, {issuer} · Tủ Báo Cáo, {date}</source>
   <translation>Nguồn: báo cáo {years}, {issuer} · Tủ Báo Cáo, {date}</translation>
  </message>
  <message>
   <source>Table of the chart</source>
   <translation>Bảng số của biểu đồ</translation>
  </message>
  <message>
   <source>Watch</source>
   <translation>Theo dõi</translation>
  </message>
  <message>
   <source>as known in {year}</source>
   <translation>như đã biết năm {year}</translation>
  </message>
  <message>
   <source>different units: a chart each</source>
   <translation>khác đơn vị: mỗi chỉ tiêu một biểu đồ</translation>
  </message>
  <message>
   <source>does not compare with before</source>
   <translation>không so được với trước</translation>
  </message>
  <message>
   <source>earlier report</source>
   <translation>báo cáo trước</translation>
  </message>
  <message>
   <source>no figures in between</source>
   <translation>không có số liệu</translation>
  </message>
  <message>
   <source>the first {n} are shown</source>
   <translation>chỉ vẽ {n} chỉ tiêu đầu</translation>
  </message>
  <message>
   <source>too few years in common for this kind of chart</source>
   <translation>không đủ năm chung cho kiểu biểu đồ này</translation>
  </message>
  <message>
   <source>from {first} ({first_year}) to {last} ({last_year})</source>
   <translation>từ {first} ({first_year}) đến {last} ({last_year})</translation>
  </message>
  <message>
   <source>lowest {least} ({least_year}), highest {most} ({most_year})</source>
   <translation>thấp nhất {least} ({least_year}), cao nhất {most} ({most_year})</translation>
  </message>
  <message>
   <source>no figures for {years}</source>
   <translation>không có số liệu các năm {years}</translation>
  </message>
  <message>
   <source>from {year} on it does not compare with before</source>
   <translation>từ năm {year} không so sánh được với trước đó</translation>
  </message>
  <message>
   <source>rising throughout</source>
   <translation>tăng liên tục</translation>
  </message>
  <message>
   <source>falling throughout</source>
   <translation>giảm liên tục</translation>
  </message>
  <message>
   <source>the same at both ends</source>
   <translation>đầu và cuối bằng nhau</translation>
  </message>
  <message>
   <source>higher, with falls between</source>
   <translation>tăng, có năm giảm</translation>
  </message>
  <message>
   <source>lower, with rises between</source>
   <translation>giảm, có năm tăng</translation>
  </message>
  <message>
   <source>value of an earlier report</source>
   <translation>số của báo cáo trước</translation>
  </message>
  <message>
   <source>far end of a range</source>
   <translation>đầu kia của khoảng</translation>
  </message>
  <message>
   <source>{change} against {year}</source>
   <translation>{change} so với {year}</translation>
  </message>
  <message>
   <source>{n} without an index for this year are left out</source>
   <translation>bỏ {n} chỉ tiêu không tính được chỉ số cho năm này</translation>
  </message>
  <message>
   <source>{value} ({state})</source>
   <translation>{value} ({state})</translation>
  </message>
  <message>
   <source>← → walk along the points, Enter opens the sentence.</source>
   <translation>Phím ← → đi theo từng điểm, Enter mở câu gốc.</translation>
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
 </context>
 <context>
  <name>IndicatorTable</name>
  <message>
   <source>Indicator</source>
   <translation>Chỉ tiêu</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Báo cáo</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Loại số</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Đơn vị</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Giá trị</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Năm</translation>
  </message>
  <message>
   <source>earlier report</source>
   <translation>báo cáo trước</translation>
  </message>
  <message>
   <source>Δ</source>
   <translation>Δ</translation>
  </message>
  <message>
   <source>Δ %</source>
   <translation>Δ %</translation>
  </message>
 </context>
 <context>
  <name>Indicators</name>
  <message>
   <source>Economy</source>
   <translation>Kinh tế chung</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>Ngân sách</translation>
  </message>
  <message>
   <source>Trade</source>
   <translation>Thương mại</translation>
  </message>
  <message>
   <source>Tourism</source>
   <translation>Du lịch</translation>
  </message>
  <message>
   <source>Industry and business</source>
   <translation>Công nghiệp, doanh nghiệp</translation>
  </message>
  <message>
   <source>Agriculture</source>
   <translation>Nông nghiệp</translation>
  </message>
  <message>
   <source>New countryside</source>
   <translation>Nông thôn mới</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>Y tế</translation>
  </message>
  <message>
   <source>Education</source>
   <translation>Giáo dục</translation>
  </message>
  <message>
   <source>Poverty and welfare</source>
   <translation>Giảm nghèo, an sinh</translation>
  </message>
  <message>
   <source>Party building</source>
   <translation>Xây dựng Đảng</translation>
  </message>
  <message>
   <source>Government and reform</source>
   <translation>Chính quyền, cải cách hành chính</translation>
  </message>
  <message>
   <source>Security and order</source>
   <translation>An ninh, trật tự</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>Môi trường</translation>
  </message>
  <message>
   <source>Outside the catalogue</source>
   <translation>Ngoài danh mục</translation>
  </message>
  <message>
   <source>The axis does not begin at 0</source>
   <translation>Trục không bắt đầu từ 0</translation>
  </message>
  <message>
   <source>no figures</source>
   <translation>không có số liệu</translation>
  </message>
  <message>
   <source>{year}: {what}
before: {before}
now: {after}</source>
   <translation>{year}: {what}
trước: {before}
nay: {after}</translation>
  </message>
 </context>
 <context>
  <name>Filters</name>
  <message>
   <source>no place told</source>
   <translation>không rõ địa phương</translation>
  </message>
  <message>
   <source>Area the reports speak of</source>
   <translation>Địa phương của báo cáo</translation>
  </message>
  <message>
   <source>Filter indicators…</source>
   <translation>Lọc chỉ tiêu…</translation>
  </message>
  <message>
   <source>Filter indicators</source>
   <translation>Lọc chỉ tiêu</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Nhóm</translation>
  </message>
  <message>
   <source>All groups</source>
   <translation>Mọi nhóm</translation>
  </message>
 </context>
 <context>
  <name>IndicatorsView</name>
  <message>
   <source>Indicators</source>
   <translation>Chỉ tiêu</translation>
  </message>
  <message>
   <source>Sentences behind the figures</source>
   <translation>Câu gốc của số liệu</translation>
  </message>
  <message>
   <source>No indicators yet.</source>
   <translation>Chưa có chỉ tiêu nào.</translation>
  </message>
  <message>
   <source>They appear once a report with figures stands on the shelf.</source>
   <translation>Chỉ tiêu hiện ra khi tủ có báo cáo chứa số liệu.</translation>
  </message>
  <message>
   <source>Review ({n})</source>
   <translation>Chờ duyệt ({n})</translation>
  </message>
  <message>
   <source>Tick up to six to draw them together</source>
   <translation>Đánh dấu đến sáu chỉ tiêu để vẽ chung</translation>
  </message>
  <message>
   <source>Watch list</source>
   <translation>Bảng theo dõi</translation>
  </message>
 </context>
 <context>
  <name>ReviewPage</name>
  <message>
   <source>Links to review</source>
   <translation>Liên kết chờ duyệt</translation>
  </message>
  <message>
   <source>Back to the charts</source>
   <translation>Về biểu đồ</translation>
  </message>
  <message>
   <source>Both names count as one indicator</source>
   <translation>Hai tên gọi tính là một chỉ tiêu</translation>
  </message>
  <message>
   <source>Everything stays as it is</source>
   <translation>Giữ nguyên như hiện nay</translation>
  </message>
  <message>
   <source>Keys: 1, 2, 3 decide · ← → walk · Esc leaves. Every decision can be undone.</source>
   <translation>Phím 1, 2, 3 quyết định · ← → đi tới, lui · Esc thoát. Mọi quyết định đều hoàn tác được.</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Kế tiếp</translation>
  </message>
  <message>
   <source>Nothing waits for review.</source>
   <translation>Không có gì chờ duyệt.</translation>
  </message>
  <message>
   <source>Open the sentence</source>
   <translation>Mở câu gốc</translation>
  </message>
  <message>
   <source>Previous</source>
   <translation>Trước đó</translation>
  </message>
  <message>
   <source>Report {year} · {issuer}</source>
   <translation>Báo cáo {year} · {issuer}</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Chờ duyệt</translation>
  </message>
  <message>
   <source>Review {n} of {total}</source>
   <translation>Chờ duyệt {n}/{total}</translation>
  </message>
  <message>
   <source>The figures at the right leave this series for one of their own</source>
   <translation>Các số bên phải tách ra thành chuỗi riêng</translation>
  </message>
 </context>
 <context>
  <name>Sources</name>
  <message>
   <source>Open the sentence</source>
   <translation>Mở câu gốc</translation>
  </message>
  <message>
   <source>Open the sentence of {year}</source>
   <translation>Mở câu của báo cáo {year}</translation>
  </message>
  <message>
   <source>See both sentences</source>
   <translation>Xem 2 câu</translation>
  </message>
  <message>
   <source>Take out of this series</source>
   <translation>Tách khỏi chuỗi này</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Vì sao?</translation>
  </message>
  <message>
   <source>corrected; the report says {value}</source>
   <translation>đã sửa; báo cáo ghi {value}</translation>
  </message>
  <message>
   <source>{sign} {year}: {left} in the report of {first}, {right} in that of {second} ({what})</source>
   <translation>{sign} {year}: báo cáo {first} ghi {left}, báo cáo {second} ghi {right} ({what})</translation>
  </message>
 </context>
 <context>
  <name>WatchList</name>
  <message>
   <source>Watch list</source>
   <translation>Bảng theo dõi</translation>
  </message>
  <message>
   <source>Against the year before</source>
   <translation>So với năm trước</translation>
  </message>
  <message>
   <source>Course</source>
   <translation>Diễn biến</translation>
  </message>
  <message>
   <source>Indicator</source>
   <translation>Chỉ tiêu</translation>
  </message>
  <message>
   <source>Newest value</source>
   <translation>Số mới nhất</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>Mục tiêu</translation>
  </message>
  <message>
   <source>target for {year}: {value}</source>
   <translation>mục tiêu {year}: {value}</translation>
  </message>
  <message>
   <source>target {value} met</source>
   <translation>đạt mục tiêu {value}</translation>
  </message>
  <message>
   <source>target {value} not met</source>
   <translation>chưa đạt mục tiêu {value}</translation>
  </message>
  <message>
   <source>target: {value}</source>
   <translation>mục tiêu: {value}</translation>
  </message>
 </context>
 <context>
  <name>WatchPage</name>
  <message>
   <source>Back to the charts</source>
   <translation>Về biểu đồ</translation>
  </message>
  <message>
   <source>Nothing is watched yet. Choose an indicator and press “Watch”.</source>
   <translation>Chưa theo dõi chỉ tiêu nào. Chọn một chỉ tiêu rồi bấm “Theo dõi”.</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>In…</translation>
  </message>
  <message>
   <source>Take off</source>
   <translation>Bỏ theo dõi</translation>
  </message>
  <message>
   <source>Watch list</source>
   <translation>Bảng theo dõi</translation>
  </message>
 </context>
</TS>
