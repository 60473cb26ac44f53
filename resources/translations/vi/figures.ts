<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Amounts</name>
  <message>
   <source>attainment of a plan</source>
   <translation>mức hoàn thành kế hoạch</translation>
  </message>
  <message>
   <source>change</source>
   <translation>mức tăng, giảm</translation>
  </message>
  <message>
   <source>corrected</source>
   <translation>đã điều chỉnh</translation>
  </message>
  <message>
   <source>estimate</source>
   <translation>ước</translation>
  </message>
  <message>
   <source>implied</source>
   <translation>suy ra</translation>
  </message>
  <message>
   <source>level</source>
   <translation>mức</translation>
  </message>
  <message>
   <source>part of a whole</source>
   <translation>phần trên tổng số</translation>
  </message>
  <message>
   <source>rank</source>
   <translation>thứ hạng</translation>
  </message>
  <message>
   <source>share</source>
   <translation>tỷ lệ, tỷ trọng</translation>
  </message>
  <message>
   <source>stated</source>
   <translation>số báo cáo</translation>
  </message>
  <message>
   <source>target</source>
   <translation>mục tiêu</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>&amp;Copy the chart as a picture</source>
   <translation>&amp;Sao chép ảnh biểu đồ</translation>
  </message>
  <message>
   <source>&amp;Review doubtful links</source>
   <translation>&amp;Duyệt liên kết chưa chắc</translation>
  </message>
  <message>
   <source>&amp;Save the chart…</source>
   <translation>&amp;Lưu biểu đồ…</translation>
  </message>
  <message>
   <source>&amp;Unused numbers of the report</source>
   <translation>Số chưa &amp;dùng của báo cáo</translation>
  </message>
  <message>
   <source>&amp;Watch list</source>
   <translation>&amp;Bảng theo dõi</translation>
  </message>
  <message>
   <source>Chart or &amp;table</source>
   <translation>Biểu đồ hoặc bả&amp;ng số</translation>
  </message>
  <message>
   <source>Next nu&amp;mber</source>
   <translation>Số liệ&amp;u kế</translation>
  </message>
  <message>
   <source>Previous n&amp;umber</source>
   <translation>Số liệu t&amp;rước</translation>
  </message>
  <message>
   <source>R&amp;edo the correction or decision</source>
   <translation>Làm &amp;lại việc sửa, duyệt</translation>
  </message>
  <message>
   <source>Sou&amp;rces of figures</source>
   <translation>N&amp;guồn số liệu</translation>
  </message>
  <message>
   <source>State of the li&amp;brary</source>
   <translation>&amp;Tình trạng tủ</translation>
  </message>
  <message>
   <source>U&amp;ndo the last correction or decision</source>
   <translation>&amp;Hoàn tác việc sửa, duyệt gần nhất</translation>
  </message>
  <message>
   <source>Wh&amp;y does the number read so?</source>
   <translation>&amp;Vì sao số liệu đọc như vậy?</translation>
  </message>
 </context>
 <context>
  <name>CorrectionForm</name>
  <message>
   <source>&amp;By</source>
   <translation>Người &amp;sửa</translation>
  </message>
  <message>
   <source>&amp;Indicator</source>
   <translation>&amp;Chỉ tiêu</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Tên</translation>
  </message>
  <message>
   <source>&amp;Period</source>
   <translation>T&amp;hời gian</translation>
  </message>
  <message>
   <source>&amp;Reason</source>
   <translation>&amp;Lý do</translation>
  </message>
  <message>
   <source>&amp;Unit</source>
   <translation>Đ&amp;ơn vị</translation>
  </message>
  <message>
   <source>&amp;Value</source>
   <translation>&amp;Giá trị</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Hủy</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Giữ bản sửa</translation>
  </message>
  <message>
   <source>Nothing was changed.</source>
   <translation>Chưa sửa gì.</translation>
  </message>
  <message>
   <source>as it is</source>
   <translation>giữ nguyên</translation>
  </message>
  <message>
   <source>“{text}” is no number. Write 112.500 or 8,25.</source>
   <translation>“{text}” không phải là số. Viết như 112.500 hoặc 8,25.</translation>
  </message>
 </context>
 <context>
  <name>FigureCard</name>
  <message>
   <source>Copy</source>
   <translation>Sao chép</translation>
  </message>
  <message>
   <source>Open the series</source>
   <translation>Mở chuỗi số</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Vì sao?</translation>
  </message>
  <message>
   <source>from note {n}</source>
   <translation>từ chú thích {n}</translation>
  </message>
 </context>
 <context>
  <name>FigurePanel</name>
  <message>
   <source>Bounds</source>
   <translation>Khoảng tin</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Mức tăng, giảm</translation>
  </message>
  <message>
   <source>Two readings</source>
   <translation>Hai cách hiểu</translation>
  </message>
  <message>
   <source>{n} times as much ({times} before) or more by {n} times ({more} before)</source>
   <translation>gấp {n} lần (trước đó {times}) hoặc thêm {n} lần (trước đó {more})</translation>
  </message>
  <message>
   <source>Implied year before</source>
   <translation>Năm trước suy ra</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Loại</translation>
  </message>
  <message>
   <source>Not read as</source>
   <translation>Không đọc là</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Thời gian</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Quy tắc</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Đơn vị</translation>
  </message>
  <message>
   <source>{change} against {year}</source>
   <translation>{change} so với {year}</translation>
  </message>
 </context>
 <context>
  <name>FiguresPanel</name>
  <message>
   <source>Sources</source>
   <translation>Nguồn</translation>
  </message>
  <message>
   <source>Unused numbers</source>
   <translation>Số chưa dùng</translation>
  </message>
  <message>
   <source>Unused numbers ({n})</source>
   <translation>Số chưa dùng ({n})</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Vì sao?</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Sources</source>
   <translation>Nguồn</translation>
  </message>
 </context>
 <context>
  <name>Sourcing</name>
  <message>
   <source>Done again.</source>
   <translation>Đã làm lại.</translation>
  </message>
  <message>
   <source>Its report says neither year nor period.</source>
   <translation>Báo cáo không nêu năm hoặc kỳ.</translation>
  </message>
  <message>
   <source>Kept in your notebook; the report stays as it is.</source>
   <translation>Đã giữ trong sổ riêng; báo cáo không bị thay đổi.</translation>
  </message>
  <message>
   <source>State of the library</source>
   <translation>Tình trạng tủ</translation>
  </message>
  <message>
   <source>The last correction or decision was taken back.</source>
   <translation>Đã hoàn tác việc sửa hoặc duyệt gần nhất.</translation>
  </message>
  <message>
   <source>This number stands in no series yet.</source>
   <translation>Số liệu này chưa thuộc chuỗi nào.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Hoàn tác</translation>
  </message>
 </context>
 <context>
  <name>UnusedPage</name>
  <message>
   <source>Reason</source>
   <translation>Lý do</translation>
  </message>
  <message>
   <source>Unused numbers</source>
   <translation>Số chưa dùng</translation>
  </message>
  <message>
   <source>all reasons</source>
   <translation>mọi lý do</translation>
  </message>
  <message>
   <source>{used} numbers of the text became figures, {share}% of those that count something or may do so.</source>
   <translation>{used} con số trong lời văn đã thành số liệu, bằng {share}% các số có đếm hoặc có thể đếm điều gì.</translation>
  </message>
 </context>
 <context>
  <name>WhyPage</name>
  <message>
   <source>Corrected on {day} by {who}.</source>
   <translation>Sửa ngày {day}, người sửa: {who}.</translation>
  </message>
  <message>
   <source>Correct…</source>
   <translation>Sửa…</translation>
  </message>
  <message>
   <source>Open the sentence</source>
   <translation>Mở câu gốc</translation>
  </message>
  <message>
   <source>Open the series</source>
   <translation>Mở chuỗi số</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Làm lại</translation>
  </message>
  <message>
   <source>Rest the mouse on an underlined number and choose “Why?”, or walk with {next} and {previous}.</source>
   <translation>Đưa chuột tới một số gạch chân chấm rồi chọn “Vì sao?”, hoặc đi từng số bằng {next} và {previous}.</translation>
  </message>
  <message>
   <source>The report says: {value}</source>
   <translation>Báo cáo ghi: {value}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Hoàn tác</translation>
  </message>
  <message>
   <source>no name</source>
   <translation>không ghi tên</translation>
  </message>
 </context>
 <context>
  <name>YearBars</name>
  <message>
   <source>How often by year, per 10.000 syllables</source>
   <translation>Tần suất theo năm, trên 10.000 âm tiết</translation>
  </message>
  <message>
   <source>{year}: {n} places, {rate} per {per} syllables</source>
   <translation>{year}: {n} chỗ, {rate} trên {per} âm tiết</translation>
  </message>
 </context>
</TS>
