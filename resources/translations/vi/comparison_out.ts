<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>ExportButton</name>
  <message>
   <source>Export the comparison</source>
   <translation>Xuất bản so sánh</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Xuất…</translation>
  </message>
  <message>
   <source>Word with tracked changes…</source>
   <translation>Word có theo dõi thay đổi…</translation>
  </message>
  <message>
   <source>HTML page…</source>
   <translation>Trang HTML…</translation>
  </message>
  <message>
   <source>Print and PDF…</source>
   <translation>In và PDF…</translation>
  </message>
  <message>
   <source>Brief of one page…</source>
   <translation>Bản tóm tắt một trang…</translation>
  </message>
  <message>
   <source>Saved: {name}</source>
   <translation>Đã lưu: {name}</translation>
  </message>
  <message>
   <source>Comparison {years}</source>
   <translation>So sánh {years}</translation>
  </message>
 </context>
 <context>
  <name>BriefDialog</name>
  <message>
   <source>What differs from last year</source>
   <translation>Năm nay khác năm trước ở đâu</translation>
  </message>
  <message>
   <source>The brief, to be edited</source>
   <translation>Bản tóm tắt, sửa được</translation>
  </message>
  <message>
   <source>You can edit the words before saving or printing.</source>
   <translation>Có thể sửa lời trước khi lưu hoặc in.</translation>
  </message>
  <message>
   <source>Save as HTML…</source>
   <translation>Lưu HTML…</translation>
  </message>
  <message>
   <source>Print and PDF…</source>
   <translation>In và PDF…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Đóng</translation>
  </message>
 </context>
</TS>
